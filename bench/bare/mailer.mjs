import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import nodemailer from 'nodemailer';

/**
 * The opponent: a BullMQ worker that only sends, with the same pool of connections and the same concurrency. No plan, no
 * database, no lease, no record of what was sent.
 * Usage: node mailer.mjs REDIS_URL SMTP_URL CONCURRENCY
 */
const [, , redisUrl, smtpUrl, concurrency] = process.argv;
const mail = nodemailer.createTransport({
  url: smtpUrl,
  pool: true,
  maxConnections: Number(concurrency),
  maxMessages: Infinity,
});
const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
const text = 'The agency owes its determination since yesterday. '.repeat(20);

const worker = new Worker(
  'bare',
  (job) =>
    mail.sendMail({
      from: 'desk@bench.example',
      to: job.data.to,
      subject: 'A reminder',
      text,
      messageId: `<${job.id}@bench.example>`,
    }),
  { connection, concurrency: Number(concurrency), removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } },
);
await worker.waitUntilReady();
console.log('ready');
process.on('SIGTERM', () => void worker.close().then(() => process.exit(0)));
