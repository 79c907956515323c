import { END, type Form, PARTS, sections, SOME_PARTS, START, tight } from './form.ts';

const mark = (law: string, source: string, code: Form['code'], kind: Form['kind'] = 'mark'): Form => ({
  law,
  kind,
  pattern: new RegExp(`${START}${source}${END}`, 'giu'),
  code,
});
const lower: Form['code'] = ({ number, parts }) => `${number}${tight(parts).toLowerCase()}`;

const INDENTS: Record<string, string> = { first: '1', second: '2', third: '3' };

/** `§ 3 Nr. 1 Buchst. a`, `§ 5 Abs. 1 Satz 1`: the paragraph, then (Absatz), .Nummer and letter. */
const german = (law: string, numbers: string): Form =>
  mark(
    law,
    `§{1,2}\\s?(?<number>${numbers})(?:\\s?Abs(?:atz|\\.)?\\s?(?<absatz>\\d))?(?:\\s?S(?:atz|\\.)\\s?\\d)?(?:\\s?(?:Nr\\.?|Nummer)\\s?(?<nummer>\\d{1,2}))?(?:\\s?(?:Buchst(?:abe|\\.)?|lit\\.?)\\s?(?<letter>[a-h])\\)?)?`,
    ({ number, absatz, nummer, letter }) =>
      `${number}${absatz ? `(${absatz})` : ''}${nummer ? `.${nummer}` : ''}${letter?.toLowerCase() ?? ''}`,
  );

/** Laws outside the United States, each with the sections that hold its exemptions and no others. */
export const elsewhereForms: Form[] = [
  ...sections('uk-foia-2000', '2[1-9]|3\\d|4[0-4]'),
  ...sections('uk-foisa-2002', '2[5-9]|3\\d|4[01]'),
  mark('uk-eir-2004', `(?:reg(?:ulation|\\.)?|r\\.)\\s?(?<number>1[23])(?<parts>${SOME_PARTS})`, lower),
  mark(
    'eu-1049-2001',
    `Art(?:icle|\\.)?\\s?(?<number>4)(?<parts>${SOME_PARTS})(?:,?\\s(?<indent>first|second|third)\\sindent)?`,
    ({ number, parts, indent }) =>
      `${number}${tight(parts).toLowerCase()}${indent ? `.${INDENTS[indent.toLowerCase()]}` : ''}`,
  ),
  ...sections(
    'ca-atia',
    '1[3-9](?:\\.\\d)?|2[0-6](?:\\.\\d)?|68(?:\\.\\d)?|69(?:\\.\\d)?',
    's(?:s|ec(?:tions?|\\.)?|ections?)?\\.?|art(?:icle|\\.)?|§',
  ),
  mark('ca-atia', `(?<number>1[3-9]|2[0-4])(?<parts>\\s?\\(\\d\\)(?:\\s?\\([a-d]\\))?)`, lower, 'bare'),
  ...sections('ca-privacy', '1[89](?:\\.\\d)?|2[0-8](?:\\.\\d)?'),
  ...sections('ca-on-fippa', '1[2-9](?:\\.\\d)?|2[0-2](?:\\.\\d)?'),
  ...sections('ca-bc-fippa', '1[2-9](?:\\.\\d)?|2[0-2](?:\\.\\d)?'),
  ...sections('ca-sk-foip', '1[3-9](?:\\.\\d)?|2[0-2](?:\\.\\d)?|29'),
  ...sections('au-foi-1982', '22|3[3-4]|3[78]|4[2-7][A-J]?'),
  mark('nz-oia-1982', `(?:s(?:ections?|ec\\.)?\\.?)\\s?(?<number>6|7|9|18)(?<parts>${SOME_PARTS})`, lower),
  ...sections('ie-foi-2014', '15|2[89]|3\\d|4[0-2]'),
  mark('in-rti-2005', `(?:s(?:ections?|ec\\.)?\\.?|u/s)\\s?(?<number>8|9|11|24)(?<parts>${PARTS})`, lower),
  ...sections('za-paia', '3[3-9]|4[0-6]'),
  german('de-ifg', '[3-6]'),
  german('de-uig', '[89]'),
  mark('fr-crpa', `(?:art(?:icle|\\.)?\\s)?L\\.?\\s?(?<number>311-[5-8])`, ({ number }) => number!),
  mark(
    'es-19-2013',
    `art(?:[ií]culo|\\.)?\\s?(?<number>1[458])(?<parts>(?:\\.\\d)?(?:\\.?\\s?[a-l]\\))?)`,
    ({ number, parts }) => `${number}${tight(parts).toLowerCase()}`,
  ),
];
