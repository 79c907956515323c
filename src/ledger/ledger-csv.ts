import { toCsv } from '../csv.ts';
import type { AttemptView, LedgerEntry, SentView, TellingView } from './ledger.dto.ts';

const HEAD = [
  ...['reminder', 'to', 'promised', 'deadline', 'due_on', 'planned_at', 'planned_for', 'state', 'reason', 'policies'],
  ...[
    'message',
    'message_id_header',
    'channel',
    'address',
    'copy',
    'put_into_words_at',
    'due_on_then',
    'facts',
    'head',
  ],
  ...['sent_at', 'sent_by', 'answer', 'attempts', 'explanation'],
];

/** One line for each message; of what was never told, one line all the same. */
export function ledgerCsv(entries: readonly LedgerEntry[]): string {
  return toCsv(
    HEAD,
    entries.flatMap((entry) => {
      const said = entry.tellings.flatMap((telling) => telling.messages.map((sent) => told(telling, sent)));
      return (said.length > 0 ? said : [HEAD.slice(10).map(() => null)]).map((cells) => [...planned(entry), ...cells]);
    }),
  );
}

function planned(entry: LedgerEntry): (string | null)[] {
  const policies = entry.plan.at(0)?.policies.map((one) => `${one.scope} ${one.subject} v${one.version}`);
  return [
    ...[entry.reminderId, entry.recipient.name, entry.promised, entry.deadlineId, entry.dueOn],
    ...[entry.plannedAt, entry.plannedFor, entry.state, entry.reason ?? null],
    policies === undefined ? null : policies.length > 0 ? policies.join('; ') : 'built in',
  ];
}

function told({ wordedAt, dueOn, history, explanation }: TellingView, sent: SentView): (string | number | null)[] {
  return [
    ...[sent.id, sent.mailId, sent.channel, sent.address, sent.copy ? 'yes' : 'no'],
    ...[wordedAt, dueOn, history.facts, history.head, sent.sentAt, sent.sentBy, sent.answer],
    ...[sent.attempts.map(attemptLine).join('\n'), explanation],
  ];
}

function attemptLine({ at, outcome, worker, answer, nextAt }: AttemptView): string {
  const next = nextAt === undefined ? null : `until ${nextAt}`;
  return [at ?? 'at an unknown hour', outcome, worker, answer, next].filter((one) => one !== null).join(' ');
}
