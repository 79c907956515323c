import { END, type Form, PARTS, SOME_PARTS, START, tight } from './form.ts';

const mark = (law: string, source: string, code: Form['code']): Form => ({
  law,
  kind: 'mark',
  pattern: new RegExp(`${START}${source}${END}`, 'giu'),
  code,
});

/** What may stand before a number: the name of the code and a sign for "section", or nothing. */
const named = (name: string) => `(?:(?:${name}),?\\s?)?(?:§{1,2}\\s?|sections?\\s|secs?\\.\\s?|s\\.\\s?)?`;
const whole: Form['code'] = ({ number, parts }) => `${number}${tight(parts)}`;
const lower: Form['code'] = ({ number, parts }) => `${number}${tight(parts).toLowerCase()}`;

/** The states whose marks are known: by the number of the section, which no other law of the state has. */
export const stateForms: Form[] = [
  mark(
    'us-ca',
    `${named("(?:Cal(?:ifornia|\\.)?\\s)?Gov(?:ernment|['’]?t|\\.)?\\s?Code|GC")}(?<number>792\\d\\.\\d{3}|6254(?:\\.\\d{1,2})?|6255)(?<parts>${PARTS})`,
    lower,
  ),
  mark(
    'us-tx',
    `${named("(?:Tex(?:as|\\.)?\\s)?Gov(?:ernment|['’]?t|\\.)?\\s?Code")}(?<number>552\\.(?:1\\d{2,3}|024|026))(?<parts>${PARTS})`,
    lower,
  ),
  mark(
    'us-ny',
    `${named('(?:N\\.?Y\\.?\\s)?Public Officers Law|Pub\\.\\s?Off\\.\\s?Law|POL|FOIL')}(?<number>87\\s?\\(\\s?2\\s?\\))(?<parts>\\s?\\(\\s?[a-t]\\s?\\)(?:\\s?\\([ivx]{1,4}\\))?)`,
    ({ number, parts }) => `${tight(number)}${tight(parts).toLowerCase()}`,
  ),
  mark(
    'us-fl',
    `${named('Fla(?:\\.|orida)\\sStat(?:\\.|utes?)|F\\.?S\\.?')}(?<number>119\\.07(?:1\\d?)?)(?<parts>${SOME_PARTS})(?:\\d\\.(?:[a-z]\\.)?)?(?:,?\\sFla(?:\\.|orida)\\sStat(?:\\.|utes?))?`,
    lower,
  ),
  mark(
    'us-il',
    `${named('5 ILCS 140/?')}(?<number>7\\s?\\(1\\)|7\\.5)(?<parts>\\s?\\(\\s?[a-z]{1,2}\\s?\\)(?:\\s?\\([ivx]{1,4}\\))?)`,
    ({ number, parts }) => `${tight(number)}${tight(parts).toLowerCase()}`,
  ),
  mark('us-wa', `(?:RCW\\s?)?(?<number>42\\.56\\.\\d{3})(?<parts>${PARTS})`, lower),
  mark(
    'us-pa',
    `${named('65 P\\.S\\.|RTKL')}(?<number>67\\.708|708)(?<parts>\\s?\\(b\\)\\s?\\(\\d{1,2}\\)(?:\\s?\\([ivx]{1,4}\\))?)`,
    ({ parts }) => `708${tight(parts).toLowerCase()}`,
  ),
  mark(
    'us-mi',
    `${named('MCL|FOIA')}(?<number>15\\.243|13)(?<parts>\\s?\\(1\\)\\s?\\([a-z]\\)(?:\\s?\\([ivx]{1,4}\\))?)`,
    ({ parts }) => `13${tight(parts).toLowerCase()}`,
  ),
  mark(
    'us-va',
    `${named('Va\\.?\\sCode|Code of Virginia')}(?<number>2\\.2-37(?:05\\.[1-8]|06(?:\\.1)?))(?<parts>${PARTS})`,
    whole,
  ),
  mark('us-oh', `${named('(?:Ohio\\s)?R\\.?C\\.?|ORC')}(?<number>149\\.43)(?<parts>${SOME_PARTS})`, whole),
  mark('us-nj', `${named('N\\.?J\\.?S\\.?A\\.?')}(?<number>47:1A-(?:1\\.1|3|9|10))(?<parts>${PARTS})`, whole),
  mark(
    'us-ma',
    `(?:G\\.?L\\.?\\s?)?c\\.\\s?4,?\\s?§?\\s?(?<number>7)(?:,?\\s?(?:cl(?:ause|\\.)\\s)?\\(?(?:26|Twenty-sixth)\\)?)(?<parts>\\s?\\([a-v]\\))`,
    ({ parts }) => `7(26)${tight(parts).toLowerCase()}`,
  ),
];
