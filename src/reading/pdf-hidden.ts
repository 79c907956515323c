import { moved, type Rect } from './geometry.ts';
import { pointOf } from './pdf-text.ts';
import type { Painted, PdfPage, Pixels } from './pdfium.ts';

/** Points. What is narrower covers no character. */
const THINNEST = 3;
/** Of the page. A larger image is a scan, and shows the text that lies behind it. */
const SCAN = 0.5;
/** Of the page. A larger image is not put over a few words of a scan. */
const PATCH = 0.1;
/** Of a character's ink. */
const COVERED = 0.6;
/** Of 255. Words that change the page by less are not read by anybody. */
const FAINT = 12;
/** Of 255. What differs by less is one colour: scans are never quite even. */
const EVEN = 40;
const MOST_PIXELS_PER_POINT = 2;
const LONGEST_SIDE = 1600;

interface Suspect {
  text: Painted;
  /** What may hide it. */
  boxes: Painted[];
}

/**
 * The glyphs that nobody sees although the file holds them, because a box lies over them: a redaction that hides
 * nothing. Which boxes could, tells the order of painting; whether one does, tells the page itself: it is drawn with
 * and without what is suspected. So a frame, a highlight or a shadow hides nothing, whatever its outline.
 *
 * Text without ink (OCR) is never seen by itself: it counts as hidden where a later box changes the scan to one colour.
 * A box that is part of the scan is beyond this.
 */
export function hiddenGlyphs(page: PdfPage): Set<number> {
  const painted = page.painted();
  const suspects = suspectsAmong(page, painted);
  if (suspects.size === 0) return new Set();
  const texts = painted.filter(({ kind }) => kind === 'text').map(({ object }) => object);
  const inked = [...suspects.values()].filter(({ text }) => !text.inkless).map(({ text }) => text.object);
  const boxes = new Set([...suspects.values()].flatMap(({ boxes: all }) => all.map(({ object }) => object)));
  const views = new Views(page, { texts, inked, boxes: [...boxes] });
  const hidden = new Set<number>();
  const count = page.glyphs;
  for (let glyph = 0; glyph < count; glyph++) {
    const suspect = suspects.get(page.objectOf(glyph));
    // Blanks are never seen; those between hidden words go with them.
    if (!suspect || /\s/.test(String.fromCodePoint(pointOf(page, glyph)))) continue;
    const ink = page.inkOf(glyph) ?? page.roomOf(glyph);
    if (!ink) continue;
    const covers = suspect.boxes.filter((box) => shareIn(ink, box.rect) >= COVERED);
    if (covers.length > 0 && views.hides(ink, suspect.text, covers)) hidden.add(glyph);
  }
  return hidden;
}

/** Text objects that a box may hide, by object. */
function suspectsAmong(page: PdfPage, painted: readonly Painted[]): Map<number, Suspect> {
  const area = page.width * page.height;
  const isPart = ({ rect }: Painted, share: number) => width(rect) * height(rect) < share * area;
  const boxes = painted
    .filter(({ kind, rect }) => kind !== 'text' && width(rect) >= THINNEST && height(rect) >= THINNEST)
    .filter((box) => box.kind !== 'image' || isPart(box, SCAN));
  const suspects = new Map<number, Suspect>();
  if (boxes.length === 0) return suspects;
  const colours = new Map<number, string | null>();
  const colourOf = (object: number) => {
    if (!colours.has(object)) colours.set(object, page.colourOf(object));
    return colours.get(object);
  };
  for (const text of painted) {
    if (text.kind !== 'text') continue;
    const over = boxes.filter((box) => {
      if (!meet(text.rect, box.rect)) return false;
      const isLater = box.at > text.at;
      if (text.inkless) return isLater && (box.kind !== 'image' || isPart(box, PATCH));
      // Painted earlier, a box hides what has its own colour.
      return isLater || (box.kind === 'path' && colourOf(box.object) === (colourOf(text.object) ?? 'none'));
    });
    if (over.length > 0) suspects.set(text.object, { text, boxes: over });
  }
  return suspects;
}

/** The page drawn with and without some of its parts, each view when it is first needed. */
class Views {
  readonly #size: [width: number, height: number];
  readonly #shown: ReturnType<PdfPage['toShown']>;
  readonly #known = new Map<string, Pixels>();

  constructor(
    private readonly page: PdfPage,
    private readonly parts: { texts: number[]; inked: number[]; boxes: number[] },
  ) {
    const scale = Math.min(MOST_PIXELS_PER_POINT, LONGEST_SIDE / Math.max(page.width, page.height));
    this.#size = [Math.max(1, Math.round(page.width * scale)), Math.max(1, Math.round(page.height * scale))];
    this.#shown = page.toShown();
  }

  hides(ink: Rect, text: Painted, covers: readonly Painted[]): boolean {
    const area = this.#pixels(ink);
    if (!area) return false;
    const { texts, inked, boxes } = this.parts;
    const later = covers.filter((box) => box.at > text.at);
    if (!text.inkless) {
      if (differ(this.#view('all', []), this.#view('without suspects', inked), area, FAINT)) return false;
      if (later.some((box) => box.kind !== 'image')) return true;
    }
    // An image must be one colour there: what is text behind a part of a scan shows through it.
    const bare = this.#view('no text', texts);
    if (!isOneColour(bare, area)) return false;
    if (!text.inkless && later.length > 0) return true;
    return differ(bare, this.#view('neither text nor boxes', [...texts, ...boxes]), area, EVEN);
  }

  #view(name: string, without: readonly number[]): Pixels {
    const known = this.#known.get(name);
    if (known) return known;
    for (const object of without) this.page.setActive(object, false);
    const pixels = this.page.render(...this.#size);
    for (const object of without) this.page.setActive(object, true);
    this.#known.set(name, pixels);
    return pixels;
  }

  /** The pixels within a character's ink, a little less, so that its neighbours stay out; null outside of the page. */
  #pixels(ink: Rect): Area | null {
    const { left, right, bottom, top } = moved(ink, this.#shown);
    const [width, height] = this.#size;
    const [fromX, toX] = within(left * width, right * width, width);
    const [fromY, toY] = within(bottom * height, top * height, height);
    return fromX < toX && fromY < toY ? { fromX, toX, fromY, toY } : null;
  }
}

interface Area {
  fromX: number;
  toX: number;
  fromY: number;
  toY: number;
}

function within(from: number, to: number, most: number): [number, number] {
  const less = (to - from) * 0.15;
  const first = Math.max(0, Math.floor(from + less));
  return [first, Math.min(most, Math.max(first + 1, Math.ceil(to - less)))];
}

function differ(one: Pixels, other: Pixels, area: Area, by: number): boolean {
  for (const at of bytesIn(one, area)) if (Math.abs(one.rgbx[at]! - other.rgbx[at]!) > by) return true;
  return false;
}

function isOneColour(pixels: Pixels, area: Area): boolean {
  const least = [255, 255, 255];
  const most = [0, 0, 0];
  for (const at of bytesIn(pixels, area)) {
    const [channel, value] = [at % 4, pixels.rgbx[at]!];
    if (value < least[channel]!) least[channel] = value;
    if (value > most[channel]!) most[channel] = value;
  }
  return most.every((value, channel) => value - least[channel]! <= EVEN);
}

function* bytesIn({ width: wide }: Pixels, { fromX, toX, fromY, toY }: Area): Generator<number> {
  for (let y = fromY; y < toY; y++)
    for (let x = fromX; x < toX; x++) for (let channel = 0; channel < 3; channel++) yield (y * wide + x) * 4 + channel;
}

function shareIn(ink: Rect, box: Rect): number {
  const wide = Math.min(ink.right, box.right) - Math.max(ink.left, box.left);
  const high = Math.min(ink.top, box.top) - Math.max(ink.bottom, box.bottom);
  return wide > 0 && high > 0 ? (wide * high) / (width(ink) * height(ink)) : 0;
}

function meet(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

const width = ({ left, right }: Rect) => right - left;
const height = ({ bottom, top }: Rect) => top - bottom;
