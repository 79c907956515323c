import type { WordBox } from './page.entity.ts';

/** Which program recognises text in images, with its version; null when there is none. */
export async function ocrIsThere(): Promise<string | null> {
  return Promise.resolve(null);
}

/** The text in an image. `boxes` count in fractions of the image. */
export async function recognise(
  _image: { png: Uint8Array },
  _language: string,
): Promise<{ text: string; boxes: WordBox[] }> {
  return Promise.reject(new Error('There is no OCR here.'));
}
