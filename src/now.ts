/** A moment in UTC as `YYYY-MM-DDTHH:mm:ss.sssZ`; such texts sort as the moments do. */
export type Instant = string;

/** The time, as an input. Tests replace this provider; nothing else in `src` may ask for the time. */
export class Now {
  instant(): Instant {
    return new Date().toISOString();
  }
}

/** `instant` moved by `ms` milliseconds (negative: earlier). */
export function shift(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** Milliseconds from `from` to `to`. */
export function msBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** The instant a text means (ISO 8601 with `Z` or an offset), or null: a local time without a zone is no instant. */
export function parseInstant(text: unknown): Instant | null {
  if (typeof text !== 'string') return null;
  const shape = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(:(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
  const found = shape.exec(text);
  if (!found) return null;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return null;
  // Date.parse rolls 30 February over to March in some spellings; a day that does not exist is not an instant.
  const day = found[1]!;
  const sameDay = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(sameDay.getTime()) || sameDay.toISOString().slice(0, 10) !== day) return null;
  return new Date(ms).toISOString();
}
