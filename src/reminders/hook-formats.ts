import type { Outgoing } from './channel.ts';

/** What one service is sent: JSON to a URL. */
export interface Hook {
  url: string;
  body: object;
  headers?: Record<string, string>;
}

/** How one service is told: in its own JSON, with its own marks made harmless, and no longer than it takes. */
export type Format = (message: Outgoing, link: string) => Hook;

/** Slack takes 40,000 characters, and shows 4,000 well. */
const LONGEST_CHAT = 3800;
const LONGEST_DISCORD = 2000;
/** In bytes: from 4,096 on ntfy makes a file of it. */
const LONGEST_NTFY = 3800;
const LONGEST_NTFY_TITLE = 200;
/** Teams takes 28 KB of JSON. */
const LONGEST_TEAMS = 8000;

/** `&`, `<` and `>` are all that Slack reads; without them there is no mention, no channel call and no hidden link. */
export const slack: Format = (message, link) => ({
  url: message.address!,
  body: {
    text: cut(`${message.subject}\n\n${message.text.trimEnd()}`, escapedForSlack, link, LONGEST_CHAT),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
  },
});

/** Mattermost reads Markdown, Slack's marks, and a name after an at sign. */
export const mattermost: Format = (message, link) => ({
  url: message.address!,
  body: {
    text: cut(`${message.subject}\n\n${message.text.trimEnd()}`, (text) => plainMarkdown(text), link, LONGEST_CHAT),
  },
});

/** Nobody is called, whatever the words say; links show no pictures. */
export const discord: Format = (message, link) => ({
  url: message.address!,
  body: {
    content: cut(`${message.subject}\n\n${message.text.trimEnd()}`, plainMarkdown, link, LONGEST_DISCORD),
    allowed_mentions: { parse: [] },
    flags: 4,
  },
});

/** Runs of text are shown as they are; only text blocks would read Markdown. */
export const teams: Format = (message, link) => {
  const whole = message.text.trimEnd();
  const text = whole.length > LONGEST_TEAMS ? `${start(whole, LONGEST_TEAMS)}…` : whole;
  const run = (words: string, more: object = {}) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: words, ...more }],
  });
  const body = [run(message.subject, { weight: 'Bolder' }), ...text.split(/\n{2,}/).map((part) => run(part))];
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body,
    actions: [{ type: 'Action.OpenUrl', title: 'Open in FOIA Desk', url: link }],
  };
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card };
  return { url: message.address!, body: { type: 'message', attachments: [attachment] } };
};

/** The topic is the last part of the address. As JSON, so that no word of ours becomes a header. */
export const ntfy: Format = (message, link) => {
  const url = new URL(message.address!);
  const parts = url.pathname.split('/');
  const topic = decodeURIComponent(parts.pop() ?? '');
  url.pathname = parts.join('/') || '/';
  const words = message.text.trimEnd();
  const fits = Buffer.byteLength(words) <= LONGEST_NTFY;
  return {
    url: url.href,
    body: {
      topic,
      title: start(message.subject, LONGEST_NTFY_TITLE),
      message: fits ? words : `${startInBytes(words, LONGEST_NTFY)}…\n${link}`,
      click: link,
    },
    ...(message.token && { headers: { Authorization: `Bearer ${message.token}` } }),
  };
};

/** The words with the link under them, by which a second copy is known as that. What is cut off is behind the link. */
function cut(text: string, escape: (text: string) => string, link: string, most: number): string {
  const foot = `\n${link}`;
  const whole = escape(text) + foot;
  if (whole.length <= most) return whole;
  let [least, much] = [0, text.length];
  // Marks grow when they are made harmless, so how much fits is found by trying.
  while (least < much) {
    const middle = Math.ceil((least + much) / 2);
    if (escape(start(text, middle)).length + 1 + foot.length <= most) least = middle;
    else much = middle - 1;
  }
  return `${escape(start(text, least))}…${foot}`;
}

/** No half of a character. */
function start(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

function startInBytes(text: string, most: number): string {
  return Buffer.from(text)
    .subarray(0, most)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
}

function escapedForSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What Markdown reads is shown instead; a name after an at sign is no name with something invisible between. Links of ours stay whole. */
function plainMarkdown(text: string): string {
  return text
    .split(/(https?:\/\/[\w.:/-]+)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[\\`*_~|<>[\]()#:-]/g, '\\$&').replaceAll('@', '@\u200b')))
    .join('');
}
