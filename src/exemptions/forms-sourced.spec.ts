import { describe, expect, it } from '@jest/globals';
import { findStatute } from '../law/statutes/all.ts';
import { codeOf, formsOf } from './codes.ts';
import { detect } from './detect.ts';
import { sourcedForms } from './forms-sourced.ts';

const onPage = (law: string, text: string) =>
  detect(text, formsOf(law), 'release').map((one) => one.code.slice(law.length + 1));
const inLetter = (law: string, text: string) =>
  detect(text, formsOf(law), 'letter').map((one) => one.code.slice(law.length + 1));

const marks: [law: string, mark: string, code: string][] = [
  ['us-ak', 'AS 40.25.120(a)(6)(C)', '40.25.120(a)(6)(c)'],
  ['us-ar', 'Ark. Code Ann. § 25-19-105(b)(6)', '25-19-105(b)(6)'],
  ['us-co', 'C.R.S. 24-72-204(3)(a)(IV)', '24-72-204(3)(a)(IV)'],
  ['us-ct', 'Conn. Gen. Stat. § 1-210(b)(3)(A)', '1-210(b)(3)(a)'],
  ['us-ct', '1-210 (b)(2)', '1-210(b)(2)'],
  ['us-dc', 'D.C. Official Code § 2-534(a)(2)', '2-534(a)(2)'],
  ['us-ga', 'O.C.G.A. § 50-18-72(a)(20)', '50-18-72(a)(20)'],
  ['us-hi', 'HRS § 92F-13(3)', '92F-13(3)'],
  ['us-ia', 'Iowa Code section 22.7(5)', '22.7(5)'],
  ['us-in', 'IC 5-14-3-4(b)(6)', '5-14-3-4(b)(6)'],
  ['us-ks', 'K.S.A. 45-221(a)(10)', '45-221(a)(10)'],
  ['us-ky', 'KRS 61.878(1)(a)', '61.878(1)(a)'],
  ['us-mo', 'RSMo 610.021(1)', '610.021(1)'],
  ['us-or', 'ORS 192.355(2)(a)', '192.355(2)(a)'],
  ['us-sc', 'S.C. Code Ann. § 30-4-40(a)(2)', '30-4-40(a)(2)'],
  ['us-ut', '63G-2-305(10)(a)', '63G-2-305(10)(a)'],
  ['us-vt', '1 V.S.A. § 317(c)(5)', '317(c)(5)'],
  ['us-wv', 'W. Va. Code § 29B-1-4(a)(2)', '29B-1-4(a)(2)'],
  ['it-dlgs33-2013', 'art. 5-bis, comma 2, lett. a)', '5-bis(2)(a)'],
  ['it-dlgs33-2013', 'Articolo 5 bis comma 1', '5-bis(1)'],
  ['mx-lgtaip', 'Artículo 112, fracción VII', '112.VII'],
  ['mx-lgtaip', 'Art. 113 fracc. xi', '113.XI'],
  ['mx-lgtaip', 'Artículo 115 de la LGTAIP', '115'],
  ['br-lai', 'Art. 23, inciso VIII, da Lei nº 12.527/2011', '23.VIII'],
  ['br-lai', 'art. 31 da LAI', '31'],
  ['jp-ait', '法第５条第１号', '5(1)'],
  ['jp-ait', '情報公開法第五条第二号イ', '5(2)イ'],
  ['jp-ait', '第5条第6号', '5(6)'],
];

describe('A mark of a law whose sections were looked up', () => {
  it.each(marks)('%s: %s', (law, mark, code) => {
    expect(onPage(law, `Some words.\n${mark}\nMore words.`)).toEqual([code]);
    expect(onPage(law, `Some words.\n[${mark}]\nMore words.`)).toEqual([code]);
    expect(codeOf(law, mark)).toBe(`${law}:${code}`);
    expect(findStatute(law)).not.toBeNull();
  });

  it.each([
    ['us-or', 'We withheld home addresses under ORS 192.355(3).', ['192.355(3)']],
    ['us-ky', 'The names are exempt under KRS 61.878(1)(a) and KRS 61.878(1)(h).', ['61.878(1)(a)', '61.878(1)(h)']],
    ['mx-lgtaip', 'se testan datos con fundamento en el artículo 113, fracción V', ['113.V']],
    ['jp-ait', 'この部分は、法第5条第1号に該当するため不開示とした。', ['5(1)']],
  ])('is claimed by a letter of %s: %s', (law, text, codes) => expect(inLetter(law, text)).toEqual(codes));
});

/** Cites the law, or another that looks like it, and withholds nothing. */
const nearMisses: [law: string, text: string][] = [
  ['us-or', 'ORS 192.355'],
  ['us-or', 'ORS 192.311(5)(a)'],
  ['us-or', 'OAR 1192.355(2)'],
  ['us-or', 'Fees were waived; see ORS 192.324(5) for the rule.'],
  ['us-or', 'The record is described in ORS 192.355(2)(a), which protects privacy.'],
  ['us-ky', 'KRS 61.878'],
  ['us-ky', 'KRS 61.880(2)(a)'],
  ['us-ky', '161.878(1)'],
  ['us-ct', '21-210(b)(3)'],
  ['us-ct', 'lot 2-1-210(b)'],
  ['us-ct', 'Section 1-212(a)'],
  ['us-ia', '22.7(1)'],
  ['us-ia', 'Table 22.7(1)'],
  ['us-vt', '317(c)(5)'],
  ['us-vt', 'room 317(c)'],
  ['us-mo', '610.021'],
  ['us-mo', 'the meeting was closed as section 610.021(1) allows'],
  ['us-dc', 'D.C. Code § 2-532(c)'],
  ['us-dc', '12-534(a)'],
  ['us-ga', 'O.C.G.A. § 50-18-71(b)(1)(A)'],
  ['us-ks', 'K.S.A. 45-218(d)'],
  ['us-ut', '63G-2-204(3)'],
  ['us-hi', '92F-12(a)'],
  ['us-in', '5-14-3-9(d)'],
  ['us-co', 'C.R.S. 24-72-204'],
  ['it-dlgs33-2013', 'art. 5, comma 2'],
  ['it-dlgs33-2013', 'art. 15-bis, comma 2'],
  ['it-dlgs33-2013', 'l’istanza di cui all’art. 5-bis del decreto'],
  ['mx-lgtaip', 'Artículo 112'],
  ['mx-lgtaip', 'Artículo 115, fracción IV, de la Constitución'],
  ['mx-lgtaip', 'Artículo 1112, fracción I'],
  ['br-lai', 'art. 23, II, da Constituição Federal'],
  ['br-lai', 'art. 31 da Lei nº 8.666/1993'],
  ['br-lai', 'Art. 23, VIII'],
  ['jp-ait', '民法第5条第1号'],
  ['jp-ait', '第15条第1号'],
  ['jp-ait', '第5条第7号'],
  ['jp-ait', '第5条第1項'],
];

describe('A citation that withholds nothing', () => {
  it.each(nearMisses)('%s: %s', (law, text) => expect(onPage(law, `Some words.\n${text}\nMore words.`)).toEqual([]));

  it('is no mark under another law', () => {
    for (const [law, mark] of marks)
      expect([mark, law === 'us-foia' ? [] : onPage('us-foia', mark)]).toEqual([mark, []]);
  });
});

describe('The data', () => {
  it('names a source for each form, or says that nobody looked', () => {
    for (const { law, source } of sourcedForms) {
      expect([law, source.known === 'unread']).toEqual([law, source.at === null]);
      if (source.at !== null) expect(source.at).toMatch(/^https?:\/\//);
      expect(findStatute(law)).not.toBeNull();
    }
    expect(new Set(sourcedForms.map((one) => one.law)).size).toBe(21);
  });

  it('keeps what people type of other sections of such a law as it is', () => {
    expect(codeOf('us-ky', 'KRS 17.150 (2)')).toBe('us-ky:KRS17.150(2)');
    expect(codeOf('us-ca', 'KRS 17.150 (2)')).toBeNull();
  });

  it('is read in a time that grows with the page', () => {
    const bits = ['KRS ', '61.878(', '1-', '(1)(', 'art. ', 'Artículo 11', '第', '第5条第', 'Lei n', 'Iowa Code '];
    const laws = [...new Set(sourcedForms.map((one) => one.law))];
    const once = (times: number) => {
      const started = performance.now();
      for (const bit of bits) for (const law of laws) detect(bit.repeat(times), formsOf(law), 'release');
      return performance.now() - started;
    };
    const [short, long] = [250, 4000].map((times) => Math.min(once(times), once(times)));
    // Sixteen times as long: with the square of the length it would be two hundred and fifty-six times.
    expect(long! / short!).toBeLessThan(100);
  });
});
