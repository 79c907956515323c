// npm test: every suite on SQLite and a real PostgreSQL, both job runners, a real SMTP server, Redis.
// `--long` runs the failure tests at full counts. Everything else is passed on to Jest.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const long = process.argv.includes('--long');
const passedOn = process.argv.slice(2).filter((arg) => arg !== '--long');
const dir = mkdtempSync(join(tmpdir(), 'foia-test-'));
const resultFile = join(dir, 'result.json');

const env = { ...process.env };
if (long) {
  env.LONG = '1';
  env.SEED ??= String(randomInt(2 ** 31));
  // Of every property of the law as many histories.
  env.PROPERTY_RUNS ??= '100000';
  console.log(`Full counts. Repeat this run with SEED=${env.SEED}.`);
}

const nodeArgs = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const jestArgs = ['--maxWorkers=2', '--json', `--outputFile=${resultFile}`, ...passedOn];
const jest = spawn(process.execPath, [...nodeArgs, join(root, 'node_modules/jest/bin/jest.js'), ...jestArgs], {
  cwd: root,
  env,
  stdio: ['ignore', 'inherit', 'inherit'],
});
// Ctrl-C reaches Jest too, which then stops the servers it has started; this process waits for that.
process.on('SIGINT', () => {});
const code = await new Promise((done) => jest.once('close', (status) => done(status ?? 1)));
const counts = countsOf(resultFile);
rmSync(dir, { recursive: true, force: true });
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = code === 0 && counts.failed > 0 ? 1 : code;

/** A suite that could not even be loaded counts as one failure; so does a Jest that died before it could tell. */
function countsOf(file) {
  let result;
  try {
    result = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const passed = result.numPassedTests;
  const alone = code !== 0 && failed === 0 ? 1 : 0;
  return { passed, failed: failed + alone, skipped: result.numPendingTests + result.numTodoTests };
}
