import { END, type Form, SOME_PARTS, START, tight } from './form.ts';

/**
 * - `text`: the section was read in a copy of the law.
 * - `told`: others who know the law say that its exemptions stand there.
 * - `unread`: neither; taken from what is commonly written.
 */
type Known = 'text' | 'told' | 'unread';

/** Where the exemptions of a law stand, and who says so. */
export interface Sourced extends Form {
  source: { section: string; known: Known; at: string | null };
}

interface Section {
  law: string;
  /** The name of the code, as it may stand before the number. */
  name: string;
  /** The sections that hold exemptions, and no others. */
  numbers: string;
  /** Without the name the number is too short to mean anything. */
  nameNeeded?: true;
  /** How much of the parts is the exemption: lower case where the law counts by small letters. */
  keepsCase?: true;
  source: Sourced['source'];
}

const SIGN = '(?:§{1,2}\\s?|sections?\\s|secs?\\.\\s?|s\\.\\s?)?';

/** A section with its part: the section alone is a citation of the law, not a withholding. */
function sectionForm({ law, name, numbers, nameNeeded, keepsCase, source }: Section): Sourced {
  const named = nameNeeded ? `(?:${name}),?\\s?${SIGN}` : `(?:(?:${name}),?\\s?)?${SIGN}`;
  return {
    law,
    kind: 'mark',
    isOpen: true,
    // No piece of a longer number: `11-210(b)(1)`, `2-1-210(b)(1)`.
    pattern: new RegExp(`${START}(?<![-–])${named}(?<![-–])(?<number>${numbers})(?<parts>${SOME_PARTS})${END}`, 'giu'),
    code: ({ number, parts }) => `${number!.toUpperCase()}${keepsCase ? tight(parts) : tight(parts).toLowerCase()}`,
    source,
  };
}

const text = (section: string, at: string): Sourced['source'] => ({ section, known: 'text', at });
const told = (section: string, at: string): Sourced['source'] => ({ section, known: 'told', at });

const states: Section[] = [
  {
    law: 'us-ak',
    name: 'A\\.?S\\.?|Alaska Stat(?:\\.|utes?)',
    numbers: '40\\.25\\.120',
    source: told('AS 40.25.120', 'https://www.rcfp.org/open-government-sections/1-character-of-exemptions/'),
  },
  {
    law: 'us-ar',
    name: 'Ark(?:ansas|\\.)\\sCode(?:\\sAnn\\.)?|A\\.?C\\.?A\\.?',
    numbers: '25-19-105',
    source: told('Ark. Code 25-19-105', 'https://www.rcfp.org/open-government-sections/1-character-of-exemptions/'),
  },
  {
    law: 'us-co',
    name: 'C\\.?R\\.?S\\.?',
    numbers: '24-72-204',
    keepsCase: true,
    source: text('C.R.S. 24-72-204', 'http://www.lpdirect.net/casb/crs/24-72-204.html'),
  },
  {
    law: 'us-ct',
    name: 'Conn(?:ecticut|\\.)\\sGen(?:eral|\\.)\\sStat(?:utes|\\.)|C\\.?G\\.?S\\.?',
    numbers: '1-210',
    source: text('Conn. Gen. Stat. 1-210(b)', 'http://laws9.com/statutes/connecticut/title1/chap014/Sec1-210'),
  },
  {
    law: 'us-dc',
    name: 'D\\.?C\\.?\\s(?:Official\\s)?Code',
    numbers: '2[-–]534',
    source: told('D.C. Code 2-534(a)', 'https://slideorbit.com/slide/foia-redaction-and-exemptions/22099'),
  },
  {
    law: 'us-ga',
    name: 'O\\.?C\\.?G\\.?A\\.?',
    numbers: '50-18-72',
    source: told(
      'O.C.G.A. 50-18-72(a)',
      'https://www.rcfp.org/open-government-sections/a-exemptions-in-the-open-records-statute/',
    ),
  },
  {
    law: 'us-hi',
    name: 'H\\.?R\\.?S\\.?',
    numbers: '92F-13',
    source: text('HRS 92F-13', 'http://codes.lp.findlaw.com/histatutes/1/8/92F/II/92F-13'),
  },
  {
    law: 'us-ia',
    name: 'Iowa Code',
    numbers: '22\\.7',
    nameNeeded: true,
    source: told(
      'Iowa Code 22.7',
      'http://www.rcfp.org/iowa-open-government-guide/ii-exemptions-and-other-legal-limitations/exemptions-open-records-statu-4',
    ),
  },
  {
    law: 'us-in',
    name: 'I\\.?C\\.?|Ind(?:iana|\\.)\\sCode',
    numbers: '5-14-3-4',
    keepsCase: true,
    source: text('IC 5-14-3-4(a), (b)', 'https://law.counselstack.com/statute/in/5-14-3-4'),
  },
  {
    law: 'us-ks',
    name: 'K\\.?S\\.?A\\.?',
    numbers: '45-221',
    source: text('K.S.A. 45-221(a)', 'http://ksrevisor.org/statutes/chapters/ch45/045_002_0021.html'),
  },
  {
    law: 'us-ky',
    name: 'K\\.?R\\.?S\\.?|Ky\\.\\sRev\\.\\sStat\\.',
    numbers: '61\\.878',
    source: text('KRS 61.878(1)', 'http://laws9.com/statutes/kentucky/061-00/878'),
  },
  {
    law: 'us-mo',
    name: 'R\\.?S\\.?Mo\\.?|Mo\\.\\sRev\\.\\sStat\\.',
    numbers: '610\\.021',
    source: text('RSMo 610.021', 'https://statutes.laws.com/missouri/t39/c610/610_021'),
  },
  {
    law: 'us-or',
    name: 'O\\.?R\\.?S\\.?',
    numbers: '192\\.3(?:45|55)',
    source: text('ORS 192.345, 192.355', 'http://www.oregonlaws.org/ors/192.502'),
  },
  {
    law: 'us-sc',
    name: 'S\\.?C\\.?\\sCode(?:\\sAnn\\.)?',
    numbers: '30-4-40',
    source: text(
      'S.C. Code 30-4-40(a)',
      'https://law.justia.com/codes/south-carolina/2019/title-30/chapter-4/section-30-4-40/',
    ),
  },
  {
    law: 'us-ut',
    name: 'Utah Code(?:\\sAnn\\.)?|U\\.?C\\.?A\\.?',
    numbers: '63G-2-30[245]',
    source: text('Utah Code 63G-2-302, 304, 305', 'https://lexace.ai/us/statute/utah/63G-2-201'),
  },
  {
    law: 'us-vt',
    name: '1\\sV\\.?S\\.?A\\.?',
    numbers: '317',
    nameNeeded: true,
    keepsCase: true,
    source: text('1 V.S.A. 317(c)', 'http://law.justia.com/codes/vermont/2012/title01/chapter5/section317/'),
  },
  {
    law: 'us-wv',
    name: 'W\\.?\\s?Va\\.?\\sCode',
    numbers: '29B-1-4',
    source: told('W. Va. Code 29B-1-4', 'http://www.rcfp.org/category/location/west-virginia?page=4'),
  },
];

const form = (law: string, pattern: string, code: Form['code'], source: Sourced['source']): Sourced => ({
  law,
  kind: 'mark',
  isOpen: true,
  pattern: new RegExp(`${START}${pattern}${END}`, 'giu'),
  code,
  source,
});

const MX_FRACTION = ',?\\s?(?:fracci[oó]n|fracc?\\.?|fr\\.)\\s?(?<fraction>[IVX]{1,5})';
const fractioned: Form['code'] = ({ number, fraction }) => `${number}${fraction ? `.${fraction.toUpperCase()}` : ''}`;
const DIGITS = '1１一2２二3３三4４四5５五6６六';
/** `１` and `一` are 1. */
const itemOf = (read: string): number => Math.floor(DIGITS.indexOf(read) / 3) + 1;

const elsewhere: Sourced[] = [
  form(
    'it-dlgs33-2013',
    'art(?:icolo|\\.)?\\s?5[\\s-]?bis,?\\s?(?:comma|co\\.|c\\.)\\s?(?<comma>[1-3])(?:,?\\s?lett(?:era|\\.)\\s?(?<letter>[a-h])\\)?)?',
    ({ comma, letter }) => `5-bis(${comma})${letter ? `(${letter.toLowerCase()})` : ''}`,
    told('D.lgs. 33/2013, art. 5-bis', 'https://appaltiecontratti.it/accesso-civico-ed-appalti'),
  ),
  // What is reserved, by its ground; what is confidential, of which the law counts none.
  form(
    'mx-lgtaip',
    `art(?:[ií]culo|\\.)?\\s?(?<number>11[23])${MX_FRACTION}`,
    fractioned,
    told(
      'LGTAIP 2025, art. 112; 2015, art. 113',
      'http://www.cjef.gob.mx/transparencia/gobmx/informacion_reservada.html',
    ),
  ),
  form(
    'mx-lgtaip',
    `art(?:[ií]culo|\\.)?\\s?(?<number>115)(?:${MX_FRACTION})?(?:\\sde\\sla\\s(?:LGTAIP|Ley\\sGeneral\\sde\\sTransparencia))`,
    fractioned,
    told('LGTAIP 2025, art. 115', 'http://www.cjef.gob.mx/transparencia/gobmx/informacion_reservada.html'),
  ),
  // Every law of Brazil has such articles: this one only by its name.
  form(
    'br-lai',
    'art(?:igo|\\.)?\\s?(?<number>23),?\\s?(?:inciso\\s|inc\\.\\s?)?(?<fraction>[IVX]{1,4}),?\\s?d[ae]\\s(?:Lei\\s(?:n[º°o.]{0,2}\\s?)?12\\.527(?:/(?:20)?11)?|LAI)',
    fractioned,
    told('Lei 12.527/2011, art. 23', 'https://pt.scribd.com/document/723757230/59980590-lei-12-527-2011-2019-aula-4-lei-de-acesso-a-informacao-classificacao-de-informacoes'), // prettier-ignore
  ),
  form(
    'br-lai',
    'art(?:igo|\\.)?\\s?(?<number>31),?\\s?d[ae]\\s(?:Lei\\s(?:n[º°o.]{0,2}\\s?)?12\\.527(?:/(?:20)?11)?|LAI)',
    fractioned,
    { section: 'Lei 12.527/2011, art. 31', known: 'unread', at: null },
  ),
  {
    law: 'jp-ait',
    kind: 'mark',
    isOpen: true,
    // 法第５条第２号イ, 情報公開法第5条第1号; another law has its name before it: 民法第5条第1号.
    pattern: new RegExp(
      `(?:情報公開法|(?<![\\p{L}\\p{N}])法|(?<![\\p{L}\\p{N}]))第\\s?[5５五]\\s?条\\s?第?\\s?(?<item>[${DIGITS}])\\s?号(?<sub>[イロハニホヘ])?(?![のイロハニホヘ])`,
      'gu',
    ),
    code: ({ item, sub }) => `5(${itemOf(item!)})${sub ?? ''}`,
    source: text('行政機関情報公開法 第5条', 'http://cml-office.org/atom11archive/claims/memo01.html'),
  },
];

/** Forms whose places were looked up; each says where. */
export const sourcedForms: readonly Sourced[] = [...states.map(sectionForm), ...elsewhere];
