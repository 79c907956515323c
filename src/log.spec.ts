import { expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { createLog } from './log.ts';

it('says which statement failed and why, never with which values', () => {
  const lines: string[] = [];
  const driver = Object.assign(new Error('null value in column "text"'), {
    code: '23502',
    detail: 'Failing row contains (CANARY).',
  });
  const error = new QueryFailedError('INSERT INTO message (text) VALUES ($1)', ['CANARY'], driver);
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  log.error({ err: error }, 'It failed.');
  const said = JSON.parse(lines[0]!);
  expect(said).toMatchObject({
    msg: 'It failed.',
    err: { message: 'null value in column "text"', query: 'INSERT INTO message (text) VALUES ($1)', code: '23502' },
  });
  expect(lines.join()).not.toContain('CANARY');
});
