import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BagSource, type Held, MOST_MEMBERS, sharedPlaces, shown, Unreadable } from './bag-source.ts';

/** Opens a package that was unpacked into a folder. Links are named and not followed. */
export async function openFolder(folder: string): Promise<BagSource> {
  const members: Held[] = [];
  const faults: string[] = [];
  for await (const path of filesBelow(folder, '')) {
    const found = await lstat(join(folder, path));
    if (found.isFile()) members.push({ path, size: found.size });
    else faults.push(`${shown(path)} is a link or a device, not a file`);
    if (members.length > MOST_MEMBERS) throw new Unreadable(`it holds more than ${MOST_MEMBERS} files`);
  }
  members.sort((a, b) => (a.path < b.path ? -1 : 1));
  faults.push(...sharedPlaces(members.map(({ path }) => path)).map((path) => `${shown(path)} is there twice`));
  return {
    members,
    faults,
    read: ({ path }) => Promise.resolve(createReadStream(join(folder, path))),
    close: () => Promise.resolve(),
  };
}

async function* filesBelow(folder: string, path: string): AsyncGenerator<string> {
  for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
    const below = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, below);
    else yield below;
  }
}
