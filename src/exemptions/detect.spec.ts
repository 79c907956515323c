import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns } from '../../test/support/runs.ts';
import { codeOf, codeView, formsOf } from './codes.ts';
import { detect, readingOf } from './detect.ts';

const pages = (text: string, law = 'us-foia') => detect(text, formsOf(law), 'release');
const codes = (text: string, law?: string) => pages(text, law).map((one) => one.code);
const own = (text: string, law: string) => codes(text, law).map((code) => code.slice(law.length + 1));

describe('A mark alone on its line', () => {
  it.each([
    ['(b)(7)(C)', 'b7C'],
    ['b6', 'b6'],
    ['B5', 'b5'],
    ['(b) (6)', 'b6'],
    ['b7C', 'b7C'],
    ['b7C -1,2', 'b7C'],
    ['(b)(7)(G)', 'b7G'],
    ['{b)(1)', 'b1'],
    ['(b)(1 )', 'b1'],
    ['(bX6)', 'b6'],
    ['(b)(l)', 'b1'],
    ['(b4 (1)', 'b1'],
    ['tb) (3)', 'b3'],
    ['[b](5)', 'b5'],
    ['(b).(3', ''],
    ['FOIA Exemption (b)(6)', 'b6'],
    ['(b)(5) per CIA', 'b5'],
    ['~ (b)(1) |', 'b1'],
    ['(b)(6),(b)(7)(C)', 'b6 b7C'],
    ['(b)(6), (7)(C)', 'b6 b7C'],
    ['(b)(7)(C), (F)', 'b7C b7F'],
    ['B1,1.4(D),B6', 'b1 b6'],
    ['(b)(1)-(b)(3)', 'b1 b3'],
    ['FAA 705(b) authorization', ''],
    ['(b) the second point', ''],
    ['(a)(1)', ''],
  ])('%s', (line, expected) => expect(own(`Some words.\n${line}\nMore words.`, 'us-foia').join(' ')).toBe(expected));

  it('keeps the statute that withholds, however it hangs on', () => {
    const statutes = (line: string) => pages(line).map((one) => [one.code, one.withholdingStatute]);
    expect(statutes('(b)(3) 50 U.S.C. § 3024(i)')).toEqual([['us-foia:b3', '50 U.S.C. 3024(i)']]);
    expect(statutes('(b) (3)-P.L. 86-36')).toEqual([['us-foia:b3', 'P.L. 86-36']]);
    expect(statutes('(b)(3)-B.L. 86=36')).toEqual([['us-foia:b3', 'P.L. 86-36']]);
    expect(statutes('(b)(3)-50 USC 3024(i)\n(b) (3)-18 USC 798')).toEqual([
      ['us-foia:b3', '50 U.S.C. 3024(i); 18 U.S.C. 798'],
    ]);
    expect(statutes('(6)(3)=P.L. 86-36')).toEqual([['us-foia:b3', 'P.L. 86-36']]);
    expect(statutes('(b)(3)-18 USC 798 (b)(3)')).toEqual([['us-foia:b3', '18 U.S.C. 798']]);
  });

  it('(j)(2) and (k)(5) are the Privacy Act\u2019s, (j)(5) is nothing', () => {
    expect(codes('(j)(2)\n(k)(5), (b)(6)\n(j)(5)\nk2')).toEqual([
      'us-privacy-act:j2',
      'us-privacy-act:k5',
      'us-foia:b6',
      'us-privacy-act:k2',
    ]);
  });
});

describe('A mark at the edge of a line, or within one', () => {
  it('counts when its statute hangs on it, or when the page has another', () => {
    const margin = 'an intern queried the selector on (b) (3)-P.L. 86-36\nwho is a citizen.';
    expect(codes(margin)).toEqual(['us-foia:b3']);
    expect(codes('met with (b)(6) at the base on Tuesday')).toEqual([]);
    expect(codes('met with (b)(6) at the base\nand with (b)(6), (b)(7)(C) later')).toEqual([
      'us-foia:b6',
      'us-foia:b7C',
    ]);
    expect(codes('moved the queen to b6 and won')).toEqual([]);
    expect(codes('he told that b7C\nand that b7C\nthen b6\nwas all')).toEqual(['us-foia:b7C', 'us-foia:b6']);
  });

  it('says the first place and how often', () => {
    const text = 'x\n(b)(6)\ny\n(b) (6)\n';
    expect(pages(text)).toMatchObject([
      { about: 'pages', kind: 'redacted', raw: '(b)(6)', place: { at: 2, length: 6, times: 2 } },
    ]);
  });
});

describe('What only speaks of an exemption', () => {
  it.each([
    'Names were withheld pursuant to section 552(b)(6) of title 5.',
    'Exemption (b)(6) protects personnel files, and exemptions (b)(7)(C) and (b)(7)(E) protect others.',
    'See 5 U.S.C. § 552(b)(1) and (b)(3).',
    'We assert Exemption 5 and Exemption 7(C).',
    'was withheld under\n(b)(6) of the Act, and nothing else was',
    'the names in the file were withheld under exemption\n(b)(6)\nand nothing else was taken out',
  ])('%s', (text) => expect(codes(text)).toEqual([]));

  it('nor does a page that explains all of them', () => {
    const all = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `(b)(${n}) what the ${n}th protects`).join('\n');
    expect(codes(`EXPLANATION OF EXEMPTIONS\n${all}`)).toEqual([]);
    expect(codes([1, 2, 3, 4, 5, 6, 8].map((n) => `(b)(${n})`).join('\n'))).toEqual([]);
  });
});

describe('A letter', () => {
  const letter =
    'Dear Ms. Doe:\nWe withheld names pursuant to 5 U.S.C. § 552(b)(6), (7)(C) and (b)(3) 50 U.S.C. § 3024(i).\nSincerely';
  const expected = [
    { about: 'determination', code: 'us-foia:b6', kind: 'withheld' },
    { about: 'determination', code: 'us-foia:b7C' },
    { about: 'determination', code: 'us-foia:b3', withholdingStatute: '50 U.S.C. 3024(i)' },
  ];

  it('suggests what the determination claims, not what its own pages lack', () => {
    expect(detect(letter, formsOf('us-foia'), 'letter')).toMatchObject(expected);
    expect(
      detect('We rely on FOIA Exemptions 5 and on Exemption 7(C).', formsOf('us-foia'), 'letter').map(
        (one) => one.code,
      ),
    ).toEqual(['us-foia:b5', 'us-foia:b7C']);
  });

  it('is known as one also when it is bound with the records', () => expect(pages(letter)).toMatchObject(expected));

  it('of ours claims nothing', () => {
    expect(readingOf('appeal')).toBe('nothing');
    expect(detect(letter, formsOf('us-foia'), readingOf('request'))).toEqual([]);
    expect([readingOf('determination'), readingOf('release'), readingOf(null)]).toEqual([
      'letter',
      'release',
      'release',
    ]);
  });
});

describe('Pages that are not there', () => {
  const gone = (text: string) =>
    pages(text).map((one) => [one.code, one.withheldFrom, one.withheldTo, one.withheldCount]);

  it('in the list of a deleted page sheet, stretches put together', () => {
    const sheet = `FEDERAL BUREAU OF INVESTIGATION
DELETED PAGE INFORMATION SHEET
Total Deleted Page(s) = 9
Page 12 ~ Referral/Direct
Page 13 ~ b6; b7C
Page 14 ~ b7C;
Page 15 ~ Duplicate
Page 20 through Page 24 ~ b3 - 50 U.S.C. 3024(i)`;
    expect(gone(sheet)).toEqual([
      ['reason:referral', 12, 12, null],
      ['us-foia:b6', 13, 13, null],
      ['us-foia:b7C', 13, 14, null],
      ['reason:duplicate', 15, 15, null],
      ['us-foia:b3', 20, 24, null],
    ]);
    expect(pages(sheet)[4]).toMatchObject({ kind: 'withheld', withholdingStatute: '50 U.S.C. 3024(i)' });
  });

  it('on a line of its own', () => {
    expect(gone('Records follow.\n(b)(1)-(b)(3) pages 12-15 withheld in full\nMore.')).toEqual([
      ['us-foia:b1', 12, 15, null],
      ['us-foia:b3', 12, 15, null],
    ]);
  });

  it('as a slip in the place of one page, or of many', () => {
    expect(pages('THIS PAGE IS WITHHELD IN FULL\nunder (b)(5)')).toMatchObject([
      { code: 'us-foia:b5', kind: 'withheld', withheldCount: 1 },
    ]);
    expect(
      gone(
        '5 page(s) withheld entirely at this location in the file.\n[X] (b)(1) [ ] (b)(2) [ ] (b)(3) [ ] (b)(4) [ ] (b)(5) [X] (b)(6) [ ] (b)(7)(A) [ ] (k)(5)',
      ),
    ).toEqual([
      ['us-foia:b1', null, null, 5],
      ['us-foia:b6', null, null, 5],
    ]);
    expect(gone('7 pages withheld in full.')).toEqual([['reason:unstated', null, null, 7]]);
    expect(gone('Page 3: the crates were counted')).toEqual([]);
  });
});

describe('Other laws, each in its own forms', () => {
  it.each([
    ['us-ca', 'Gov. Code § 7923.600(a)', '7923.600(a)'],
    ['us-ca', 'Government Code section 6254(f)', '6254(f)'],
    ['us-tx', "Tex. Gov't Code § 552.108(a)(1)", '552.108(a)(1)'],
    ['us-tx', '552.101', '552.101'],
    ['us-ny', 'Public Officers Law § 87(2)(b)', '87(2)(b)'],
    ['us-ny', 'POL 87(2)(e)(iv)', '87(2)(e)(iv)'],
    ['us-fl', 's. 119.071(2)(c)1., Fla. Stat.', '119.071(2)(c)'],
    ['us-il', 'Section 7(1)(c)', '7(1)(c)'],
    ['us-wa', 'RCW 42.56.240(1)', '42.56.240(1)'],
    ['us-pa', '708(b)(16)(ii)', '708(b)(16)(ii)'],
    ['us-nj', 'N.J.S.A. 47:1A-1.1', '47:1A-1.1'],
    ['uk-foia-2000', 's.40(2)', '40(2)'],
    ['uk-foia-2000', 'section 40(2)', '40(2)'],
    ['uk-foia-2000', 's 31(1)(a)', '31(1)(a)'],
    ['uk-foisa-2002', 's.38(1)(b)', '38(1)(b)'],
    ['uk-eir-2004', 'Reg. 12(5)(e)', '12(5)(e)'],
    ['eu-1049-2001', 'Art. 4(1)(b)', '4(1)(b)'],
    ['eu-1049-2001', 'Article 4(2), third indent', '4(2).3'],
    ['ca-atia', 's.19(1)', '19(1)'],
    ['ca-atia', '20(1)(b)', '20(1)(b)'],
    ['au-foi-1982', 's 47F', '47F'],
    ['au-foi-1982', 's47E(d)', '47E(d)'],
    ['nz-oia-1982', 's 9(2)(a)', '9(2)(a)'],
    ['de-ifg', '§ 3 Nr. 4', '3.4'],
    ['de-ifg', '§ 3 Nr. 1 Buchst. a IFG', '3.1a'],
    ['de-ifg', '§ 5 Abs. 1 IFG', '5(1)'],
    ['in-rti-2005', 'Section 8(1)(j)', '8(1)(j)'],
  ])('%s: %s', (law, line, code) => {
    expect(own(`Ein Wort.\n${line}\nWords.`, law)).toEqual([code]);
    expect(codeOf(law, line.replace(/1?\.,? Fla\. Stat\.| IFG$/, ''))).toBe(`${law}:${code}`);
  });

  it('one law does not read the marks of another, nor sections that withhold nothing', () => {
    expect(codes('(b)(6)\ns.40(2)', 'de-ifg')).toEqual([]);
    expect(codes('s.10(1)\nsection 1(1)(a)', 'uk-foia-2000')).toEqual([]);
    expect(codes('(b)(6)', 'us-wy')).toEqual([]);
  });
});

describe('Codes', () => {
  it.each([
    ['us-foia', '(b)(7)(C)', 'us-foia:b7C'],
    ['us-foia', 'b7c', 'us-foia:b7C'],
    ['us-foia', 'us-foia:b7C', 'us-foia:b7C'],
    ['us-foia', 'Exemption 7(C)', 'us-foia:b7C'],
    ['us-foia', 'us-privacy-act:j2', 'us-privacy-act:j2'],
    ['us-foia', '(k)(5)', 'us-privacy-act:k5'],
    ['us-foia', 'reason:referral', 'reason:referral'],
    ['uk-foia-2000', '40(2)', 'uk-foia-2000:40(2)'],
    ['us-wy', '16-4-203 (b)', 'us-wy:16-4-203(b)'],
    ['us-foia', 'nothing', null],
    ['us-foia', '(b)(6) and more', null],
    ['us-foia', 'uk-foia-2000:40(2)', null],
  ])('%s: %s is %s', (law, typed, code) => expect(codeOf(law, typed)).toBe(code));

  it('are told as readers of the law write them', () => {
    expect(codeView('us-foia:b7C')).toEqual({
      code: 'us-foia:b7C',
      label: '(b)(7)(C)',
      says: 'law enforcement: an unwarranted invasion of privacy',
    });
    expect(codeView('us-foia:b7G')).toMatchObject({ label: '(b)(7)(G)', says: null });
    expect(codeView('us-ny:87(2)(b)')).toEqual({ code: 'us-ny:87(2)(b)', label: '87(2)(b)', says: null });
    expect(codeView('reason:referral')).toMatchObject({
      label: 'referral',
      says: expect.stringContaining('another agency'),
    });
  });
});

describe('Whatever a page holds', () => {
  it('each suggestion lies on it, is there once, and blanks before and behind change none', () => {
    const bit = fc.constantFrom(
      '(b)(6)',
      '(b)(7)(C)',
      'b6',
      '(b) (3)-P.L. 86-36',
      '\n',
      ' ',
      'words here',
      'pursuant to',
      'Page 3 ~ b5',
      'withheld in full',
      'Dear Sir',
      '(j)(2)',
      '\u2028',
      '(b',
      ')(',
      '552',
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 20 }), (bits) => {
        const text = bits.join(' ');
        const found = pages(text);
        for (const { place, withheldFrom, withheldTo } of found) {
          expect(place.at >= 0 && place.at + Math.min(place.length, 1) <= text.length).toBe(true);
          expect(withheldFrom === null || withheldFrom <= withheldTo!).toBe(true);
        }
        const keys = found.map((one) => [one.about, one.code, one.kind, one.withheldFrom].join());
        expect(new Set(keys).size).toBe(keys.length);
        expect(pages(`\n\n${text}\n\n`).map((one) => one.code)).toEqual(found.map((one) => one.code));
      }),
      { numRuns: propertyRuns(500) },
    );
  });

  it('a page of nothing but brackets takes time as its length grows, no more', () => {
    const bits = ['(b)', '((', 'b ', 'Page 1 ', '§ ', '(b)(3)-', 's 4', '7(1)(', '\n(b)(7)(C)', '(b)(6) word '];
    const once = (times: number) => {
      const started = performance.now();
      for (const bit of bits) {
        for (const law of ['us-foia', 'us-ca', 'uk-foia-2000', 'de-ifg'])
          detect(bit.repeat(times), formsOf(law), 'release');
      }
      return performance.now() - started;
    };
    const [short, long] = [500, 8000].map((times) => Math.min(once(times), once(times), once(times)));
    // Sixteen times as long: with the square of the length it would be two hundred and fifty-six times.
    expect(long! / short!).toBeLessThan(100);
  });
});
