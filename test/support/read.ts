import { expect } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Desk } from './desk.ts';

const GIVE_UP_MS = 120_000;

/** Waits for the end of a document's reading and returns how it stands; the sweep finds what nobody has in hand. */
export async function whenRead(desk: Pick<Desk, 'call' | 'sweep'>, documentId: string, key?: string): Promise<any> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (let round = 1; ; round++) {
    const { body } = await desk.call('GET', `/documents/${documentId}/reading`, undefined, key ? { key } : {});
    if (!['waiting', 'reading'].includes(body.state)) return body;
    if (performance.now() > giveUpAt) throw new Error(`Not read in ${GIVE_UP_MS} ms: ${JSON.stringify(body)}`);
    if (round % 40 === 0) await desk.sweep();
    await sleep(25);
  }
}

/** A document as it was answered, wherever the reading of its file has come since. */
export function soon(document: object): object {
  return { ...document, text: expect.objectContaining({ state: expect.any(String) }) };
}
