import { CannotRead } from './extractor.ts';

/** An OCR program: the system's, or the one that came with the desk. */
export interface OcrEngine {
  /** With its version, as it is kept beside pages. */
  name: string;
  languages: readonly string[];
  /** Does it turn a photo as its camera says? Then boxes are told as the image is shown. */
  turns: boolean;
  /** The TSV of Tesseract. Throws `CannotRead` when the image cannot be read, `TookTooLong` when it was given up. */
  recognise(image: Uint8Array, language: string): Promise<string>;
}

/** Another program would take as long. */
export class TookTooLong extends CannotRead {
  constructor() {
    super('OCR took too long on this image and was ended.');
  }
}
