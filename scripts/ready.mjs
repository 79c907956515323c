// Makes the checkout ready to run: installs what package-lock.json names, then builds, each only when needed.
// Stands behind prestart, pretest and the like. Needs nothing but Node and npm, so it may not import any package.
import { build, isBuilt } from './ready/build.mjs';
import { install, isInstalled } from './ready/install.mjs';
import { underLock } from './ready/lock.mjs';
import { Stop } from './ready/small.mjs';

const LEAST_NODE = [20, 19];

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
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  throw new Stop(`FOIA Desk needs Node.js ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}
