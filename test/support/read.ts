import { setTimeout as sleep } from 'node:timers/promises';
import type { Desk } from './desk.ts';

const GIVE_UP_MS = 120_000;

/** Has the files read that wait for it, and returns how the document's reading has ended; the sweep finds what nobody has in hand. */
export async function whenRead(desk: Pick<Desk, 'call' | 'sweep' | 'readFiles'>, documentId: string, key?: string) {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (let round = 1; ; round++) {
    await desk.readFiles();
    const { body } = await desk.call('GET', `/documents/${documentId}/reading`, undefined, key ? { key } : {});
    if (!['waiting', 'reading'].includes(body.state)) return body;
    if (performance.now() > giveUpAt) throw new Error(`Not read in ${GIVE_UP_MS} ms: ${JSON.stringify(body)}`);
    if (round % 40 === 0) await desk.sweep();
    await sleep(25);
  }
}
