import { readFileSync } from 'node:fs';
import { type Allowed, parseAllowed } from './http/addresses.ts';
import { isZone } from './zone.ts';

export const KEY_SHAPE = /^fd_[a-z0-9]{8,32}_[A-Za-z0-9_-]{22,128}$/;
/** As Tesseract names languages. */
export const LANGUAGE_SHAPE = /^[a-z]{3}(_[a-z]{2,8})?(\+[a-z]{3}(_[a-z]{2,8})?){0,4}$/;
export const ADDRESS_SHAPE = /^[^\s@<>(),;:\\"[\]]+@[^\s@<>(),;:\\"[\]]+$/;

/** Reads one setting at a time and notes what does not fit, so that a start can name all faults at once. */
export class SettingReader {
  readonly faults: string[] = [];

  constructor(private readonly env: Record<string, string | undefined>) {}

  private raw(name: string): string | undefined {
    const value = this.env[name]?.trim();
    return value === '' ? undefined : value;
  }

  private fault<T>(text: string, fallback: T): T {
    this.faults.push(text);
    return fallback;
  }

  text(name: string, fallback: string): string {
    return this.raw(name) ?? fallback;
  }

  secret(name: string, least: number): string | undefined {
    const value = this.raw(name);
    if (value === undefined || value.length >= least) return value;
    return this.fault(`${name} is too short: at least ${least} characters.`, undefined);
  }

  /** The text of a file that must be there. */
  file(name: string): string | undefined {
    const path = this.raw(name);
    if (path === undefined) return undefined;
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return this.fault(`${name}=${path} is not a file that can be read.`, undefined);
    }
  }

  key(name: string): string | undefined {
    const value = this.raw(name);
    if (value === undefined || KEY_SHAPE.test(value)) return value;
    return this.fault(
      `${name} does not look like fd_<id>_<secret> (id: 8–32 of a–z 0–9; secret: 22 characters or more).`,
      undefined,
    );
  }

  bucket(name: string): string | undefined {
    const value = this.raw(name);
    if (value === undefined || /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value)) return value;
    return this.fault(`${name}=${value} is no name of a bucket: 3 to 63 of a–z 0–9 . and -.`, undefined);
  }

  /** Parts of a key between slashes, without one at either end. */
  prefix(name: string, fallback: string): string {
    const value = (this.raw(name) ?? fallback).replace(/^\/+|\/+$/g, '');
    if (/^[\w.-]+(\/[\w.-]+)*$/.test(value) || value === '') return value;
    return this.fault(`${name}=${value} is no prefix of keys: letters, digits, _ . - and / between them.`, fallback);
  }

  integer(name: string, fallback: number, least: number, most: number): number {
    const value = this.raw(name);
    if (value === undefined) return fallback;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    return this.fault(`${name}=${value} is not a whole number from ${least} to ${most}.`, fallback);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.raw(name);
    if (value === undefined) return fallback;
    if ((allowed as readonly string[]).includes(value)) return value as T;
    return this.fault(`${name}=${value} is not one of: ${allowed.join(', ')}.`, fallback);
  }

  /** Some of the allowed, separated by commas; all when not said. */
  someOf<T extends string>(name: string, allowed: readonly T[]): readonly T[] {
    const said = (this.raw(name) ?? '').split(',').map((entry) => entry.trim());
    const named = said.filter(Boolean);
    const wrong = named.find((entry) => !(allowed as readonly string[]).includes(entry));
    if (wrong !== undefined) return this.fault(`${name}: "${wrong}" is not one of: ${allowed.join(', ')}.`, allowed);
    return named.length === 0 ? allowed : allowed.filter((one) => named.includes(one));
  }

  zone(name: string, fallback: string): string {
    const value = this.raw(name) ?? fallback;
    return isZone(value)
      ? value
      : this.fault(`${name}=${value} is not an IANA time zone such as America/New_York.`, fallback);
  }

  language(name: string, fallback: string): string {
    const value = this.raw(name) ?? fallback;
    return LANGUAGE_SHAPE.test(value)
      ? value
      : this.fault(`${name}=${value} is not a language as Tesseract names it, such as eng or deu+eng.`, fallback);
  }

  address(name: string, fallback: string): string {
    const value = this.raw(name) ?? fallback;
    return ADDRESS_SHAPE.test(value) ? value : this.fault(`${name}=${value} is not a plain e-mail address.`, fallback);
  }

  hosts(name: string): Allowed[] {
    const entries = (this.raw(name) ?? '').split(',').map((entry) => entry.trim());
    return entries.filter(Boolean).flatMap((entry) => {
      const allowed = parseAllowed(entry);
      const says = `${name}: "${entry}" is no host, address or range, such as hooks.newsroom.lan, 10.0.0.0/8 or 127.0.0.1:8065.`;
      return allowed ? [allowed] : this.fault(says, []);
    });
  }

  /** A URL that the desk calls, which needs no password but what stands in its path. */
  callable(name: string): string | undefined {
    const url = this.url(name, ['http:', 'https:']);
    if (url === undefined || (new URL(url).username === '' && new URL(url).password === '')) return url;
    return this.fault(`${name} must not carry a user or a password.`, undefined);
  }

  /** Never repeats the value: these carry passwords. */
  url(name: string, schemes: string[]): string | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    const fits = URL.canParse(value) && schemes.includes(new URL(value).protocol);
    if (fits) return value.replace(/\/+$/, '');
    return this.fault(`${name} is not a URL that starts with ${schemes.map((s) => `${s}//`).join(' or ')}.`, undefined);
  }
}
