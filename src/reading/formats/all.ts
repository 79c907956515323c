import type { Extractor } from '../extractor.ts';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import { html } from './html.ts';
import { image } from './image.ts';
import { mail, mbox } from './mail.ts';
import { oldOffice } from './old-office.ts';
import { plainText } from './plain-text.ts';
import { pptx } from './pptx.ts';
import { rtf } from './rtf.ts';
import { xlsx } from './xlsx.ts';

/** Every family of formats but PDF, in the order in which they are asked: the text that fits nothing better comes last. */
export const formats: readonly Extractor[] = [
  docx,
  xlsx,
  pptx,
  oldOffice,
  image,
  rtf,
  html,
  mail,
  mbox,
  csv,
  plainText,
];
