// Makes the checkout ready to run: installs what package-lock.json names, then builds, each only when needed.
// Stands behind prestart, pretest and the like. Needs nothing but Node and npm, so it may not import any package.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.env.FOIA_DESK_ROOT || join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(root, ...parts);
const installStamp = at('node_modules', '.foia-desk-ready');
const buildStamp = at('dist', '.built-from');
const lockFile = at('.ready', 'lock');
const heartbeatMs = 5000;

/** Something a person has to put right. Its message is all they get to see. */
class Stop extends Error {}

try {
  refuseOldNode();
  if (!isInstalled() || !isBuilt()) await underLock(prepare);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

async function prepare() {
  if (!isInstalled()) await install();
  if (!isBuilt()) await build();
}

function refuseOldNode() {
  const least = [20, 19];
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > least[0] || (major === least[0] && minor >= least[1])) return;
  throw new Stop(`FOIA Desk needs Node.js ${least.join('.')} or newer; this is ${process.versions.node}.`);
}

// --- install ---------------------------------------------------------------------------------------------------------

function wantedInstall() {
  const lock = hash(readFileSync(at('package-lock.json')));
  return `${lock} abi-${process.versions.modules} ${process.platform}-${process.arch}`;
}

function isInstalled() {
  return textOf(installStamp) === wantedInstall();
}

async function install() {
  if (installedByHand()) {
    writeFileSync(installStamp, wantedInstall());
    return;
  }
  say('Installing what package-lock.json names (npm ci) …');
  const started = Date.now();
  // NODE_ENV=production would leave out what the build needs.
  const [command, ...args] = npm('ci', '--include=dev', '--no-audit', '--no-fund');
  const result = await run(command, args, () => {
    const addon = at('node_modules', 'better-sqlite3', 'build');
    const compiling = existsSync(addon) && !existsSync(join(addon, 'Release', 'better_sqlite3.node'));
    return compiling ? 'still installing: compiling SQLite, about two minutes' : 'still installing';
  });
  if (result.code !== 0) throw new Stop(whyInstallFailed(result.output));
  const fault = sqliteFault();
  if (fault) throw new Stop(whySqliteIsMissing(fault));
  writeFileSync(installStamp, wantedInstall());
  say(`Installed in ${seconds(started)}.`);
}

/** Whether somebody ran `npm ci` or `npm install` already: every package in place, and SQLite loads under this Node. */
function installedByHand() {
  const hidden = textOf(at('node_modules', '.package-lock.json'));
  if (hidden === null) return false;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(hidden).packages;
  const missing = Object.entries(wanted).some(([path, one]) => {
    if (path === '' || one.optional || one.devOptional) return false;
    return found[path]?.version !== one.version || found[path]?.integrity !== one.integrity;
  });
  return !missing && sqliteFault() === null;
}

/** Null when better-sqlite3 loads; else what it says. In a child: a module built for another Node may end the process. */
function sqliteFault() {
  const probe = spawnSync(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"], {
    cwd: root,
    encoding: 'utf8',
  });
  return probe.status === 0 ? null : probe.stderr || String(probe.error ?? probe.signal);
}

function whyInstallFailed(output) {
  const native = /gyp ERR|prebuild-install|node-gyp/.test(output) && /better-sqlite3/.test(output);
  if (native) return whySqliteIsMissing(tail(output, 15));
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|network/i.test(output);
  const hint = offline ? '\nThe first install, and one after an update, needs the package registry.' : '';
  return `${tail(output, 30)}\n\nnpm ci failed; the last it said is above.${hint}`;
}

function whySqliteIsMissing(said) {
  const lines = [
    'SQLite (better-sqlite3) could not be set up. No ready-made binary fits here, so it must be compiled.',
  ];
  const missing = missingTools();
  if (missing.length > 0) lines.push(`Missing on this machine: ${missing.join(', ')}.`, ...howToInstallTools());
  else if (process.platform === 'win32') lines.push(...howToInstallTools());
  else if (npmIgnoresScripts()) {
    lines.push(
      'npm is set to ignore install scripts. Allow this one: npm rebuild better-sqlite3 --ignore-scripts=false',
    );
  }
  return `${said.trim()}\n\n${lines.join('\n')}\nThen start again.`;
}

function missingTools() {
  if (process.platform === 'win32') return [];
  const has = (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0;
  const missing = [];
  if (!has('python3') && !has('python')) missing.push('python3');
  if (!has('make')) missing.push('make');
  if (!has(process.env.CXX || 'c++') && !has('g++') && !has('clang++')) missing.push('a C++ compiler');
  return missing;
}

function howToInstallTools() {
  if (process.platform === 'darwin') return ['  xcode-select --install'];
  if (process.platform === 'win32') {
    return ['Install Python 3 and "Desktop development with C++" of the Visual Studio Build Tools.'];
  }
  return [
    '  Debian, Ubuntu:  sudo apt install python3 make g++',
    '  Fedora, RHEL:    sudo dnf install python3 make gcc-c++',
    '  Arch:            sudo pacman -S python base-devel',
    '  Alpine:          sudo apk add python3 make g++',
  ];
}

function npmIgnoresScripts() {
  const [command, ...args] = npm('config', 'get', 'ignore-scripts');
  return (
    spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: needsShell(command) }).stdout?.trim() === 'true'
  );
}

/** The npm that runs us, else the one on PATH. */
function npm(...args) {
  const running = process.env.npm_execpath ?? '';
  return /npm-cli\.[cm]?js$/.test(running) ? [process.execPath, running, ...args] : ['npm', ...args];
}

// --- build -----------------------------------------------------------------------------------------------------------

function wantedBuild() {
  const files = ['nest-cli.json', 'package-lock.json', 'tsconfig.build.json', 'tsconfig.json', ...sources('src')];
  const sum = createHash('sha256');
  for (const file of files) sum.update(`${file}\0${hash(readFileSync(at(file)))}\n`);
  return sum.digest('hex');
}

function sources(folder) {
  const entries = readdirSync(at(folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return /\.spec\.ts$/.test(entry.name) ? [] : [path];
  });
}

function isBuilt() {
  return textOf(buildStamp) === wantedBuild() && existsSync(at('dist', 'main.js'));
}

/** Builds into a fresh folder and renames it: whoever runs the old build, or looks now, never sees half of one. */
async function build() {
  say('Building …');
  const started = Date.now();
  const stamp = wantedBuild();
  for (const name of readdirSync(root)) if (name.startsWith('dist.')) remove(at(name));
  const fresh = `dist.${process.pid}`;
  const config = at('.ready', 'tsconfig.build.json');
  writeFileSync(
    config,
    JSON.stringify({ extends: '../tsconfig.build.json', compilerOptions: { outDir: `../${fresh}` } }),
  );
  const nest = at('node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const result = await run(
    process.execPath,
    [nest, 'build', '--path', '.ready/tsconfig.build.json'],
    () => 'still building',
  );
  if (result.code !== 0 || !existsSync(at(fresh, 'main.js'))) {
    remove(at(fresh));
    throw new Stop(`${result.output.trim()}\n\nThe build failed; what ran before is untouched.`);
  }
  writeFileSync(at(fresh, '.built-from'), stamp);
  const old = `dist.${process.pid}.old`;
  if (existsSync(at('dist'))) renameSync(at('dist'), at(old));
  renameSync(at(fresh), at('dist'));
  remove(at(old));
  say(`Built in ${seconds(started)}.`);
}

// --- one starter at a time -------------------------------------------------------------------------------------------

async function underLock(work) {
  mkdirSync(at('.ready'), { recursive: true });
  const me = `${process.pid}@${hostname()}`;
  const waitingSince = Date.now();
  let said = 0;
  while (!takeLock(me)) {
    if (Date.now() - said > heartbeatMs) {
      say(`Another start is installing or building; waiting (${seconds(waitingSince)}) …`);
      said = Date.now();
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  const beat = setInterval(() => utimesSync(lockFile, new Date(), new Date()), heartbeatMs);
  const release = () => textOf(lockFile) === me && rmSync(lockFile, { force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    clearInterval(beat);
    release();
  }
}

function takeLock(me) {
  try {
    writeFileSync(lockFile, me, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw new Stop(`Cannot write to ${root}: ${error.message}`);
    if (lockIsStale()) rmSync(lockFile, { force: true });
    return false;
  }
}

/** Its owner is gone: no such process here, or no sign of life for two minutes. */
function lockIsStale() {
  const owner = textOf(lockFile);
  if (owner === null) return false;
  const [pid, host] = owner.split('@');
  if (host === hostname() && !isAlive(Number(pid))) return true;
  try {
    return Date.now() - statSync(lockFile).mtimeMs > 120_000;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// --- small things ----------------------------------------------------------------------------------------------------

/** Runs a command to its end and gives a sign of life every five seconds. */
function run(command, args, doing) {
  const started = Date.now();
  return new Promise((done) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: needsShell(command) });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const beat = setInterval(() => say(`… ${doing()} (${seconds(started)})`), heartbeatMs);
    const finish = (code, more = '') => {
      clearInterval(beat);
      done({ code, output: output + more });
    };
    child.once('error', (error) => finish(1, `\n${command}: ${error.message}`));
    child.once('close', (code) => finish(code));
  });
}

function needsShell(command) {
  return process.platform === 'win32' && command === 'npm';
}

function say(line) {
  console.log(line);
}

function seconds(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

function tail(text, lines) {
  return text.trim().split('\n').slice(-lines).join('\n');
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function remove(path) {
  rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}
