// npm run check: everything that can be said of the code without running it. Names of steps as arguments pick some.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (path) => join('node_modules', path);

const steps = {
  types: [bin('typescript/bin/tsc'), '--noEmit', '--pretty', 'false'],
  lint: [bin('eslint/bin/eslint.js'), 'src', 'test', 'scripts', 'bench', 'jest.config.js', 'eslint.config.js'],
  boundaries: [
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.js',
    'src',
    'test',
  ],
  invariants: ['scripts/invariants.mjs'],
  format: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  generated: ['scripts/generate.mjs', '--check'],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}
const waiting = Object.entries(steps).filter(([name]) => asked.length === 0 || asked.includes(name));
const failed = [];
await Promise.all([worker(), worker()]);
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function worker() {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const [name, args] = step;
    const started = performance.now();
    const { code, output } = await run(args);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (code !== 0) failed.push(name);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)${output ? `\n${output}` : ''}`);
  }
}

function run(args) {
  return new Promise((done) => {
    let output = '';
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('close', (code) => done({ code, output: output.trim() }));
  });
}
