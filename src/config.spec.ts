import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.ts';

function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: undefined, runJobs: true });
  });

  it('names every fault at once, each with what would be accepted', () => {
    expect(faultsOf({ PORT: '70000', TIME_ZONE: 'Mars/Base', JOB_LANES: 'mail,post', RUN_JOBS: 'yes' })).toEqual([
      'PORT=70000 is not a whole number from 0 to 65535.',
      'TIME_ZONE=Mars/Base is not an IANA time zone such as America/New_York.',
      'RUN_JOBS=yes is not one of: true, false.',
      'JOB_LANES: "post" is not one of: desk, reading, mail, chat, webhook.',
    ]);
  });

  it('runs all lanes of jobs unless some are named', () => {
    const all = ['desk', 'reading', 'mail', 'chat', 'webhook'];
    for (const none of ['', ' ', ',']) expect(readConfig({ JOB_LANES: none }).jobLanes).toEqual(all);
    expect(readConfig({ JOB_LANES: ' webhook, desk,desk' }).jobLanes).toEqual(['desk', 'webhook']);
  });
});
