import { END, type Form, START } from './form.ts';

/**
 * What OCR makes of `(b)`: another bracket, a 6 for the b, an X, 4 or 3 for the bracket that closes, a letter for the one
 * that opens. What is misread that far must be followed by a number in brackets of its own.
 */
const B = `(?:[({[]\\s?b\\s?[)}\\]]|[({[]\\s?b\\s?[X43\\\\]|${START}[tipj]b\\s?[)}\\]]|[({[]6[)}\\]](?=\\s?[({[]\\s?3\\s?[)}\\]]\\s?[-=]))`;
const GAP = '[\\s.,:-]{0,2}';
const CLOSE = '[)}\\]]';
const DIGITS: Record<string, string> = { l: '1', I: '1', '|': '1' };
const digit = (read: string) => DIGITS[read] ?? read;

/** 5 U.S.C. 552(b). */
export const usFoiaForms: Form[] = [
  {
    law: 'us-foia',
    kind: 'mark',
    // (b)(7)(C), (b) (6), {b) (1), (b)(1 ), (b)(l), (bX6); the letter belongs to 7 alone, and is kept as it is read.
    pattern: new RegExp(
      `${B}${GAP}(?:[({[]\\s?|(?<=X)\\s?)(?<number>[1-9lI|])\\s?${CLOSE}(?:(?<=7\\s?${CLOSE})${GAP}[({[]\\s?(?<letter>[A-Za-z])\\s?${CLOSE})?`,
      'gu',
    ),
    code: ({ number, letter }) => `b${digit(number!)}${letter?.toUpperCase() ?? ''}`,
  },
  {
    law: 'us-foia',
    kind: 'bare',
    // b6, b7C, B5, b(6), b-7(C); with the FBI's numbers behind them: b6 -1,2.
    pattern: new RegExp(
      `${START}[bB]\\s?-?\\s?\\(?(?<number>[1-9])\\)?(?:(?<=7\\)?)\\s?\\(?(?<letter>[A-Fa-f])\\)?)?(?:\\s?-\\s?\\d{1,2}(?:\\s?,\\s?\\d{1,2}){0,5}(?!\\s?U\\.?\\s?S))?${END}`,
      'gu',
    ),
    code: ({ number, letter }) => `b${number}${letter?.toUpperCase() ?? ''}`,
  },
  {
    law: 'us-foia',
    kind: 'spoken',
    // Exemption 6, FOIA Exemption 7(C)
    pattern: new RegExp(
      `${START}Ex(?:emptions?|s?\\.)\\s(?:Nos?\\.\\s)?(?<number>[1-9])(?:\\s?\\((?<letter>[A-F])\\))?${END}`,
      'giu',
    ),
    code: ({ number, letter }) => `b${number}${letter?.toUpperCase() ?? ''}`,
  },
];

/** 5 U.S.C. 552a(j) and (k): released by the same offices, often on the same pages. */
export const usPrivacyForms: Form[] = [
  {
    law: 'us-privacy-act',
    kind: 'mark',
    pattern: new RegExp(
      `[({[]\\s?(?<letter>[jk])\\s?[)}\\]X]${GAP}(?:[({[]\\s?|(?<=X)\\s?)(?<number>[1-7lI|])\\s?${CLOSE}`,
      'gu',
    ),
    code: ({ letter, number }) => privacyCode(letter!, digit(number!)),
  },
  {
    law: 'us-privacy-act',
    kind: 'bare',
    pattern: new RegExp(`${START}(?<letter>[jkJK])\\s?-?(?<number>[1-7])${END}`, 'gu'),
    code: ({ letter, number }) => privacyCode(letter!.toLowerCase(), number!),
  },
];

/** (j) has two cases, (k) seven. */
function privacyCode(letter: string, number: string): string | null {
  return letter === 'j' && Number(number) > 2 ? null : `${letter}${number}`;
}
