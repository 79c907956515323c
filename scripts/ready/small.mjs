import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const at = (...parts) => join(root, ...parts);
export const heartbeatMs = 5000;

/** Something a person has to put right. Its message is all they get to see. */
export class Stop extends Error {}

/** Runs a command to its end and gives a sign of life every five seconds. */
export function run(command, args, doing) {
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

export function needsShell(command) {
  return process.platform === 'win32' && command === 'npm';
}

export function say(line) {
  console.log(line);
}

export function seconds(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

export function tail(text, lines) {
  return text.trim().split('\n').slice(-lines).join('\n');
}

export function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

export function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

export function remove(path) {
  rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}
