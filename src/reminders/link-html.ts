import { escaped } from '../http/html.ts';
import { formatDay, type PlainDate } from '../law/plain-date.ts';

/** One thing that a message told of, as its page shows it. Of a confidential request only the number. */
export interface LinkItem {
  /** The reminder's id. */
  id: string;
  number: string;
  says: string;
  url: string;
  /** What was done about it already, in words. */
  done: readonly string[];
  /** Whether anything can be done about it. */
  open: boolean;
}

export interface LinkView {
  title: string;
  /** What has just been done, or why not. */
  news: readonly string[];
  items: readonly LinkItem[];
  /** The first day to which anything can be put off. */
  tomorrow: PlainDate | null;
}

/** What is shown for every link that opens nothing, whatever is wrong with it. */
export const NOTHING: LinkView = {
  title: 'There is nothing behind this link.',
  news: ['It may have expired: links in messages are valid for 60 days, for the person who was told.'],
  items: [],
  tomorrow: null,
};

/** A plain page: no script, no style, nothing from elsewhere. Only its buttons act. */
export function pageOf({ title, news, items, tomorrow }: LinkView): string {
  const body = [
    `<h1>${escaped(title)}</h1>`,
    ...news.map((line) => `<p role="status"><strong>${escaped(line)}</strong></p>`),
    ...items.map((item) => sectionOf(item, tomorrow)),
  ].join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>FOIA Desk</title>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function sectionOf({ id, number, says, url, done, open }: LinkItem, tomorrow: PlainDate | null): string {
  const forms = [
    form(id, 'acknowledge', 'I know of it'),
    form(
      id,
      'snooze',
      'Put it off until that day',
      `<label>until <input type="date" name="until" required min="${tomorrow ?? ''}"></label> `,
    ),
    form(id, 'mute', 'Tell me no more of it'),
    form(id, 'done', 'It is done'),
  ];
  return [
    '<section>',
    `<h2>${escaped(number)}</h2>`,
    ...(says === '' ? [] : [`<p>${escaped(says)}</p>`]),
    ...done.map((line) => `<p>${escaped(line)}</p>`),
    ...(open ? forms : []),
    `<p><a href="${escaped(url)}" rel="noreferrer">${escaped(url)}</a></p>`,
    '</section>',
  ].join('\n');
}

function form(id: string, act: string, label: string, fields = ''): string {
  return `<form method="post">${fields}<input type="hidden" name="item" value="${escaped(id)}"><button name="act" value="${act}">${label}</button></form>`;
}

/** `Put off until Thu 20 Aug 2026 by Ann.` */
export function actInWords(kind: string, by: string, untilOn: PlainDate | null): string {
  if (kind === 'snooze' && untilOn !== null) return `Put off until ${formatDay(untilOn)} by ${by}.`;
  const words: Record<string, string> = { acknowledge: 'Acknowledged', mute: 'Muted', unmute: 'Told again' };
  return `${words[kind] ?? kind} by ${by}.`;
}
