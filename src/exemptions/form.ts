/** One way in which one law's exemptions are written. */
export interface Form {
  /** The law whose exemption it is: an id of a statute. */
  law: string;
  /**
   * Global and with `u`. All quantifiers are bounded, since pages are written by others. Named groups tell what `code`
   * needs.
   */
  pattern: RegExp;
  /** The exemption as the code has it after the colon, `b7C`; null when it is none after all. */
  code(groups: Record<string, string | undefined>): string | null;
  /**
   * - `mark`: the way in which redactions are marked; counts where it does not stand in a sentence of its own.
   * - `bare`: so short that it counts only at the edge of a line.
   * - `spoken`: used in letters only.
   */
  kind: 'mark' | 'bare' | 'spoken';
  /** The law's exemptions stand elsewhere too: what somebody types otherwise is taken as it is. */
  isOpen?: boolean;
}

/** Parts in parentheses, as read: `(2)( b )` → `(2)(b)`. */
export function tight(text: string | undefined): string {
  return (text ?? '').replace(/\s+/gu, '');
}

/** Up to four parts in parentheses, such as `(1)(b)(ii)`, with the blanks that OCR puts between. */
export const PARTS = '(?:[^\\S\\n]?\\(\\s?[0-9A-Za-z]{1,4}\\s?\\)){0,4}';
export const SOME_PARTS = '(?:[^\\S\\n]?\\(\\s?[0-9A-Za-z]{1,4}\\s?\\)){1,4}';

/** Not within a word or a number. */
export const START = '(?<![\\p{L}\\p{N}.])';
export const END = '(?![\\p{L}\\p{N}])';

/** A law that counts its exemptions as sections: `s.40(2)`, `section 31(1)(a)`. */
export function sections(
  law: string,
  numbers: string,
  word = 's(?:s|ec(?:tions?|s?\\.)?|ections?)?\\.?|§{1,2}',
): Form[] {
  return [
    {
      law,
      kind: 'mark',
      pattern: new RegExp(`${START}(?:${word})\\s?(?<number>${numbers})(?<parts>${PARTS})${END}`, 'giu'),
      code: ({ number, parts }) => `${number!.toUpperCase()}${tight(parts).toLowerCase()}`,
    },
  ];
}
