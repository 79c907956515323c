import type { Readable } from 'node:stream';
import { DateTime } from 'luxon';
import { ZipFile } from 'yazl';
import type { Member } from './bag.ts';

/** Before the first day that a ZIP can name, so that it is written as that day whatever zone the desk is in. */
const NO_TIME = DateTime.fromISO('1970-01-01', { zone: 'utc' }).toJSDate();
const ORDINARY_FILE = 0o100644;
const RECORD_BYTES = 46;
/** From here yazl, when it foretells the length, reckons with the long form of the ZIP's end. */
const SHORT_DIRECTORY_BYTES = 0xffff;

export interface Zip {
  /** In bytes, known before the first one leaves. */
  length: number;
  /** Destroy it to stop the work. */
  stream: Readable;
}

/**
 * Members as one ZIP under the folder `base`. They are stored as they are: what was released hardly shrinks, the same
 * members give the same bytes under any release of zlib, and the length is known, so that whoever gets less sees it.
 * `open` is asked for one stored file after the other, as fast as the reader takes them.
 */
export function toZip(base: string, members: readonly Member[], open: (member: Member) => Readable): Zip {
  const zip = new ZipFile();
  const stream = zip.outputStream as Readable;
  let current: Readable | undefined;
  const plain = { compress: false, mtime: NO_TIME, forceDosTimestamp: true, mode: ORDINARY_FILE };
  for (const member of members) {
    const path = `${base}/${member.path}`;
    if (member.text) zip.addBuffer(member.text, path, plain);
    else {
      zip.addReadStreamLazy(path, { ...plain, size: member.size }, (take) => {
        // Whoever asked has gone: the file is not opened any more.
        if (stream.destroyed) return;
        current = open(member);
        current.once('error', (error) => stream.destroy(error));
        take(null, current);
      });
    }
  }
  stream.once('close', () => current?.destroy());
  zip.on('error', (error: Error) => stream.destroy(error));
  return { length: ended(zip, base, members), stream };
}

function ended(zip: ZipFile, base: string, members: readonly Member[]): number {
  let length = -1;
  const directory = members.reduce((sum, { path }) => sum + RECORD_BYTES + Buffer.byteLength(`${base}/${path}`), 0);
  const options = { forceZip64Format: directory >= SHORT_DIRECTORY_BYTES, comment: '' };
  // The types know of the callback, but not that it is told the length.
  const tell = ((bytes: number) => (length = bytes)) as unknown as () => void;
  zip.end(options, tell);
  if (length < 0) throw new Error('The length of a package could not be foretold.');
  return length;
}
