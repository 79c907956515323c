import { dayIn } from '../zone.ts';
import type { ActKind } from './act.entity.ts';
import type { Act } from './acts.ts';
import type { ActItem } from './timeline.dto.ts';

const SAYS: Record<ActKind, string> = {
  'hold-set': 'The request was put under legal hold.',
  'hold-lifted': 'The legal hold was lifted.',
  'document-removed': 'A document was removed.',
  'texts-removed': 'The texts of an earlier act were removed for good.',
};

/** An act as the timeline tells it. */
export function toActItem(act: Act, zone: string, nameOf: (id: string) => string | null): ActItem {
  const { facts, texts } = act;
  return {
    type: 'act',
    id: act.id,
    kind: act.kind,
    on: dayIn(zone, act.actedAt),
    says: SAYS[act.kind],
    reason: texts.reason ?? null,
    actedAt: act.actedAt,
    actedBy: { id: act.actedBy, name: nameOf(act.actedBy) },
    ...(act.kind === 'document-removed' && {
      document: {
        id: String(facts.documentId),
        filename: texts.filename!,
        sha256: String(facts.sha256),
        size: Number(facts.size),
        addedAt: String(facts.addedAt),
        addedBy: String(facts.addedBy),
      },
    }),
  };
}
