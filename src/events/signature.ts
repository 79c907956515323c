import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import { Webhook as Signer } from 'standardwebhooks';
import type { Instant } from '../now.ts';
import type { Webhook } from './webhook.entity.ts';

/** Between the 24 and 64 bytes that Standard Webhooks asks for. */
const SECRET_BYTES = 32;

export function freshSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

type Secrets = Pick<Webhook, 'secret' | 'previousSecret' | 'previousUntil'>;

/** The headers by which the other side knows that a body is ours, now, and which event it is. With two secrets while one follows the other. */
export function signedHeaders(webhook: Secrets, id: string, body: string, now: Instant): Record<string, string> {
  const { secret, previousSecret, previousUntil } = webhook;
  const moment = DateTime.fromISO(now);
  const secrets = previousSecret !== null && (previousUntil ?? '') > now ? [secret, previousSecret] : [secret];
  const signatures = secrets.map((one) => new Signer(one).sign(id, moment.toJSDate(), body));
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(moment.toSeconds())),
    'webhook-signature': signatures.join(' '),
  };
}
