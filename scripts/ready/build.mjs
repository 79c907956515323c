import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { at, hash, remove, root, run, say, seconds, Stop, textOf } from './small.mjs';

const buildStamp = at('dist', '.built-from');

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

export function isBuilt() {
  return textOf(buildStamp) === wantedBuild() && existsSync(at('dist', 'main.js'));
}

/** Builds into a fresh folder and renames it: whoever runs the old build, or looks now, never sees half of one. */
export async function build() {
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
