import { footnote } from './footnote.ts';
import { keyOf, oneLine, type Source } from './source.ts';

/**
 * The footnote's definition in Markdown, as most dialects have it: `[^foia-…]: …`. The text refers to it by `[^foia-…]`.
 * The title is the link. Nothing that a document is called can become markup.
 */
export function markdownFootnote(source: Source): string {
  const text = footnote(source, {
    words: escapeMarkdown,
    title: (quoted) => `[${escapeMarkdown(quoted)}](<${linkTarget(source.permalink)}>)`,
    link: (url) => `<${linkTarget(url)}>`,
  });
  return `[^${keyOf(source)}]: ${text}`;
}

/**
 * Every ASCII punctuation mark may be escaped, and so all that could mean anything is: HTML's marks, links, emphasis, code,
 * tables, and what makes a list or a heading at the start of a line. Bare addresses are kept from becoming links.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()<>#+!|~$&^=@-]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.');
}

function linkTarget(url: string): string {
  return url.replace(/[<>\\\s]/g, (character) => encodeURIComponent(character));
}
