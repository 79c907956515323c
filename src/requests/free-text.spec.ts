import { describe, expect, it } from '@jest/globals';
import { digestOf, digestsIn, putTexts, takeTexts } from './free-text.ts';

const payload = {
  channel: 'email',
  note: 'one',
  items: [
    { what: 'two', owedBy: 'agency' },
    { what: 'three', owedBy: 'agency' },
  ],
  replacement: { kind: 'extended', ground: 'four', items: [{ what: 'five' }] },
};
const paths = ['note', 'items.0.what', 'items.1.what', 'replacement.ground', 'replacement.items.0.what'];

describe('free texts', () => {
  it('leave the payload, wherever they stand, and come back to their places', () => {
    const taken = takeTexts(payload);
    expect(taken.texts.map((text) => text.path)).toEqual(paths);
    expect(JSON.stringify(taken.payload)).not.toMatch(/one|two|three|four|five/);
    expect(taken.payload).toMatchObject({ channel: 'email', replacement: { kind: 'extended' } });
    const texts = new Map(taken.texts.map((text) => [text.path, text.text]));
    expect(putTexts(taken.payload, texts, () => 'gone')).toEqual(payload);
    expect(payload.note).toBe('one');
  });

  it('are known by a digest that nobody can guess from a short text', () => {
    const [a, b] = [takeTexts({ note: 'x' }), takeTexts({ note: 'x' })];
    expect(a.payload).not.toEqual(b.payload);
    expect(digestsIn(a.payload)).toEqual([{ path: 'note', digest: digestOf(a.texts[0]!.salt, 'x') }]);
  });

  it('show as lost where they are gone', () => {
    const taken = takeTexts(payload);
    expect(putTexts(taken.payload, new Map(), (path) => `no ${path}`)).toMatchObject({
      note: 'no note',
      items: [{ what: 'no items.0.what' }, { what: 'no items.1.what' }],
    });
  });

  it('cannot be forged by sending something that looks like a digest', () => {
    const taken = takeTexts({ amount: { digest: 'x' } });
    expect(digestsIn(taken.payload)).toEqual([]);
  });
});
