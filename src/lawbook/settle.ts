import { createHash } from 'node:crypto';
import { findHolidayCalendar, shippedCalendars, withIncluded } from '../law/holidays/all.ts';
import type { HolidayCalendar } from '../law/holidays/holiday.ts';
import { problemsOfCalendar } from '../law/pack/lint-calendar.ts';
import type { Pack, PackError } from '../law/pack/pack.ts';
import type { Statute } from '../law/statute.ts';
import { findStatute } from '../law/statutes/all.ts';
import { shippedStatutes } from '../law/statutes/shipped.ts';
import type { LawKind } from '../requests/law-text.entity.ts';
import { calendarsOf, type InForce, isOfPack } from '../requests/law-texts.ts';
import type { ReadPack } from './pack-file.ts';

/** What should be in force, found from what is and from the files: pure. */

/** One text and where it is from. */
export interface Text {
  kind: LawKind;
  lawId: string;
  source: string;
  value: Statute | HolidayCalendar;
}

/** A row to add: a text that comes into force, or, with null, one that ceases to be. */
export type Addition = { kind: LawKind; lawId: string; source: string; body: string | null; sha256: string | null };

export interface Settled {
  additions: Addition[];
  /** Faults by file, those found only beside other packs included. */
  errors: Map<string, PackError[]>;
  /** Ids that a file no longer supplies and that stay, since requests or agencies use them; by file. */
  kept: Map<string, string[]>;
}

export interface Given {
  /** The newest row of each law and calendar. */
  heads: readonly InForce[];
  /** By name, in order; null: there is no folder, so that all packs stay as they are. */
  files: ReadonlyMap<string, ReadPack> | null;
  /** Laws of requests and agencies. */
  used: ReadonlySet<string>;
  /** `release 0.1.0`. */
  release: string;
  /** Whether what is shipped is held against what is kept: once in the life of a process. */
  shippedToo: boolean;
}

/** One law or calendar among all of both. */
export const keyOf = ({ kind, lawId }: { kind: LawKind; lawId: string }): string => `${kind} ${lawId}`;

/** What has to be added so that what is in force is what is shipped with the packs laid over it. */
export function settle(given: Given): Settled {
  const packs = new Claims(given);
  const shipped = shippedTexts(given.release);
  const kept = new Map<string, string[]>();
  for (const head of inUse(given, packs)) {
    packs.keep(head);
    kept.set(head.source, [...(kept.get(head.source) ?? []), head.lawId]);
  }
  const heads = new Map(given.heads.map((head) => [keyOf(head), head]));
  const additions = [...packs.texts()].flatMap((text) => additionFor(text, heads.get(keyOf(text)), true));
  for (const text of shipped) {
    if (packs.has(text)) continue;
    const head = heads.get(keyOf(text));
    // Between two releases that run at once, none undoes what the other says of its own.
    if (given.shippedToo || (head && isOfPack(head.source))) additions.push(...additionFor(text, head, false));
  }
  const isShipped = new Set(shipped.map(keyOf));
  for (const head of given.heads) {
    if (!isOfPack(head.source) || head.sha256 === null || packs.has(head) || isShipped.has(keyOf(head))) continue;
    additions.push({ kind: head.kind, lawId: head.lawId, source: head.source, body: null, sha256: null });
  }
  return { additions, errors: packs.errors, kept };
}

function additionFor(text: Text, head: InForce | undefined, sourceMatters: boolean): Addition[] {
  const body = JSON.stringify(text.value);
  const sha256 = createHash('sha256').update(body).digest('hex');
  const { kind, lawId, source } = text;
  const same = head?.sha256 === sha256 && (head.source === source || (!sourceMatters && !isOfPack(head.source)));
  return same ? [] : [{ kind, lawId, source, body, sha256 }];
}

function shippedTexts(source: string): Text[] {
  return [
    ...shippedStatutes.map((value): Text => ({ kind: 'statute', lawId: value.id, source, value })),
    ...shippedCalendars.map((value): Text => ({ kind: 'calendar', lawId: value.id, source, value })),
  ];
}

/** Who supplies what: files that are good now, and of files that are wrong what they last supplied. */
class Claims {
  readonly errors = new Map<string, PackError[]>();
  readonly #texts = new Map<string, Text>();

  constructor({ heads, files }: Given) {
    const ofPacks = heads.filter((head) => isOfPack(head.source) && head.sha256 !== null);
    for (const head of ofPacks) {
      if (!files || files.get(head.source.slice('law/'.length))?.errors) this.keep(head);
    }
    for (const [name, read] of files ?? []) {
      const source = `law/${name}`;
      const errors = read.errors ?? this.#take(source, read.pack);
      if (errors.length === 0) continue;
      this.errors.set(name, errors);
      if (!read.errors) ofPacks.filter((head) => head.source === source).forEach((head) => this.keep(head));
    }
  }

  has(one: { kind: LawKind; lawId: string }): boolean {
    return this.#texts.has(keyOf(one));
  }

  texts(): Iterable<Text> {
    return this.#texts.values();
  }

  /** Leaves in force what is, if nobody else supplies it. */
  keep(head: InForce): void {
    const value = head.kind === 'statute' ? findStatute(head.lawId) : findHolidayCalendar(head.lawId);
    if (value && !this.has(head)) this.#texts.set(keyOf(head), { ...head, value });
  }

  find(id: string): HolidayCalendar | undefined {
    const own = this.#texts.get(`calendar ${id}`)?.value as HolidayCalendar | undefined;
    return own ?? shippedCalendars.find((one) => one.id === id);
  }

  /** All of a pack, or, with the reasons, nothing. */
  #take(source: string, pack: Pack): PackError[] {
    const texts: [Text, string][] = [
      ...(pack.statutes ?? []).map((value, i): [Text, string] => [
        { kind: 'statute', lawId: value.id, source, value },
        `/statutes/${i}`,
      ]),
      ...(pack.calendars ?? []).map((value, i): [Text, string] => [
        { kind: 'calendar', lawId: value.id, source, value },
        `/calendars/${i}`,
      ]),
    ];
    const twice = texts.flatMap(([text, at]) => {
      const other = this.#texts.get(keyOf(text));
      return other ? [{ pointer: `${at}/id`, detail: `"${text.lawId}" is in ${other.source} already` }] : [];
    });
    if (twice.length > 0) return twice;
    for (const [text] of texts) this.#texts.set(keyOf(text), text);
    const errors = pack.calendars?.length ? this.#togetherWrong() : [];
    if (errors.length > 0) for (const [text] of texts) this.#texts.delete(keyOf(text));
    return errors;
  }

  /** Calendars that are sound alone may include each other in a circle, or leave no day between them. */
  #togetherWrong(): PackError[] {
    const find = (id: string) => this.find(id);
    const added = new Set(
      [...this.#texts.values()].filter(({ kind }) => kind === 'calendar').map(({ lawId }) => lawId),
    );
    const all = [...new Set([...shippedCalendars.map(({ id }) => id), ...added])];
    for (const id of all) {
      const calendar = find(id)!;
      if (!withIncluded(calendar.includes ?? [], find).some((one) => one !== id && added.has(one))) continue;
      const [first] = problemsOfCalendar(calendar, find);
      if (first)
        return [{ pointer: '/calendars', detail: `beside the other packs, the calendar "${id}" ${first.detail}` }];
    }
    return [];
  }
}

/** What no file supplies any more, nothing shipped replaces, and requests or agencies need. */
function inUse({ heads, used }: Given, packs: Claims): InForce[] {
  const lost = heads.filter((head) => isOfPack(head.source) && head.sha256 !== null && !packs.has(head));
  const statutes = lost.filter(
    ({ kind, lawId }) =>
      kind === 'statute' && used.has(lawId) && !shippedStatutes.some((statute) => statute.id === lawId),
  );
  const needed = new Set(
    statutes.flatMap(({ lawId }) => {
      const statute = findStatute(lawId);
      return statute ? calendarsOf(statute) : [];
    }),
  );
  const calendars = lost.filter(
    ({ kind, lawId }) =>
      kind === 'calendar' && needed.has(lawId) && !shippedCalendars.some((calendar) => calendar.id === lawId),
  );
  return [...statutes, ...calendars];
}
