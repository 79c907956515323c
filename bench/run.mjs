import { cpus } from 'node:os';
import { benchClock } from './clock.mjs';
import { benchFiles } from './files.mjs';
import { benchHttp } from './http.mjs';
import { benchPlanning } from './planning.mjs';
import { benchReading } from './reading.mjs';
import { benchRecompute } from './recompute.mjs';
import { benchReminders } from './reminders.mjs';
import { benchSearch } from './search.mjs';

// Ours and the bare opponent take turns in one run; only their ratios are compared between machines and releases.
console.log(
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0].model}). Median of five turns (least–most).\n`,
);
const only = process.argv[2];
if (!only || only === 'http') await benchHttp();
if (!only || only === 'files') await benchFiles();
if (!only || only === 'clock') await benchClock();
if (!only || only === 'reminders') await benchReminders();
if (!only || only === 'planning') await benchPlanning();
if (!only || only === 'recompute') await benchRecompute();
if (!only || only === 'reading') await benchReading();
if (!only || only === 'search') await benchSearch();
