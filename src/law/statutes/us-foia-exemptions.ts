import type { ExemptionRule } from '../statute.ts';

/** 5 U.S.C. 552(b): the nine exemptions, the seventh with its six cases. */
export const usFoiaExemptions: ExemptionRule[] = [
  { code: '(b)(1)', summary: 'classified by executive order: national defense or foreign policy' },
  { code: '(b)(2)', summary: 'only internal personnel rules and practices' },
  { code: '(b)(3)', summary: 'another statute withholds it; name the statute' },
  { code: '(b)(4)', summary: 'trade secrets; commercial or financial information that is privileged or confidential' },
  { code: '(b)(5)', summary: 'privileged memoranda within and between agencies; name the privilege' },
  { code: '(b)(6)', summary: 'personnel, medical and similar files: a clearly unwarranted invasion of privacy' },
  { code: '(b)(7)', summary: 'law enforcement records; name the case, (A) to (F)' },
  { code: '(b)(7)(A)', summary: 'law enforcement: would interfere with proceedings' },
  { code: '(b)(7)(B)', summary: 'law enforcement: would deprive of a fair trial' },
  { code: '(b)(7)(C)', summary: 'law enforcement: an unwarranted invasion of privacy' },
  { code: '(b)(7)(D)', summary: 'law enforcement: a confidential source' },
  { code: '(b)(7)(E)', summary: 'law enforcement: techniques and guidelines whose disclosure helps to evade the law' },
  { code: '(b)(7)(F)', summary: 'law enforcement: would endanger a life' },
  { code: '(b)(8)', summary: 'reports on the examination of financial institutions' },
  { code: '(b)(9)', summary: 'geological information on wells' },
];

/** 5 U.S.C. 552(c): records treated as if they were not subject to the Act. */
export const usFoiaExclusions: ExemptionRule[] = [
  { code: '(c)(1)', summary: 'a pending criminal case its subject does not know of' },
  { code: '(c)(2)', summary: 'records on an informant, asked for by name' },
  { code: '(c)(3)', summary: 'FBI records on foreign intelligence or terrorism whose existence is classified' },
];
