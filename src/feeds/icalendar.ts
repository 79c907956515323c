import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import ical, { escape, ICalAlarmRelatesTo, ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'; // prettier-ignore
import { addDays } from '../law/plain-date.ts';
import type { Entry, FeedItem } from './feed-items.ts';

/** How often programs are asked to look; many have a mind of their own. */
const REFRESH_S = 3600;
const HOUR_S = 3600;
/** So long others may wait, in milliseconds. */
const AT_A_STRETCH_MS = 10;
const MOST_KEPT = 20_000;
const EVENT = 'BEGIN:VEVENT';
const END = 'END:VCALENDAR';

const STATUSES = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

/** Writes calendars (RFC 5545). The same entries give the same bytes. */
export class ICalendar {
  /** Folding lines is slow, and most entries are as they were the last time somebody asked. */
  readonly #kept = new Map<string, { digest: string; text: string }>();

  async write(name: string, entries: readonly Entry[]): Promise<string> {
    const events: string[] = [];
    let since = performance.now();
    for (const entry of entries) {
      events.push(this.#eventOf(entry));
      if (performance.now() - since < AT_A_STRETCH_MS) continue;
      await breathe();
      since = performance.now();
    }
    const frame = calendar(name).toString();
    const end = frame.lastIndexOf(END);
    // The library leaves out the last line's end.
    return `${frame.slice(0, end)}${events.join('')}${frame.slice(end)}\r\n`;
  }

  #eventOf(entry: Entry): string {
    const { uid } = entry.item;
    const digest = createHash('sha256').update(JSON.stringify(entry)).digest('base64url');
    const kept = this.#kept.get(uid);
    if (kept?.digest === digest) return kept.text;
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    const text = eventOf(entry);
    this.#kept.set(uid, { digest, text });
    return text;
  }
}

function calendar(name: string) {
  return ical({
    prodId: { company: 'FOIA Desk', product: 'Deadlines', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // The library writes this one as it is.
    name: escape(name, false),
    ttl: REFRESH_S,
  });
}

/** One event as the library writes it into a calendar, folded. */
function eventOf({ item, alarms }: Entry): string {
  const whole = calendar('');
  const event = whole.createEvent({
    id: item.uid,
    sequence: item.sequence,
    // Of a calendar that is published, too, the time at which the entry was last changed: the same state, the same bytes.
    stamp: item.changedAt,
    lastModified: item.changedAt,
    allDay: true,
    start: item.dueOn,
    end: addDays(item.dueOn, 1),
    summary: item.title,
    description: descriptionOf(item),
    url: item.url,
    status: STATUSES[item.status],
    // Nobody is busy because something is due.
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  for (const hours of alarms) {
    const when = { triggerAfter: hours * HOUR_S, relatesTo: ICalAlarmRelatesTo.start };
    event.createAlarm({ type: ICalAlarmType.display, description: item.title, ...when });
  }
  const text = whole.toString();
  return text.slice(text.indexOf(EVENT), text.lastIndexOf(END));
}

function descriptionOf({ subject, number, agency, trackingNumbers, explanation, url }: FeedItem): string {
  if (subject === null) return `${number}\n${url}`;
  const theirs = trackingNumbers ? ` (${trackingNumbers})` : '';
  return [`${number}: ${subject}`, `${agency}${theirs}`, '', explanation, '', url].join('\n');
}
