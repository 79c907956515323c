import type { Scope } from '../database/database.ts';
import type { Request } from '../requests/request.entity.ts';
import type { AddCommand } from './run.ts';

interface Asked {
  on?: string;
  person: string;
  json?: boolean;
}

export const why: AddCommand = (program) => {
  program
    .command('why')
    .description('why somebody was reminded of a request on a day, and why not')
    .argument('<request>', 'its number, such as 2026-0042, or its id')
    .requiredOption('--person <email>', 'who: an e-mail address, or an id')
    .option('--on <day>', 'the day, where that person is (default: today there)')
    .option('--json', 'as data instead of words')
    .addHelpText('after', '\nWorks beside a running server, and changes nothing. The same as GET /requests/ID/why.')
    .action(start);
};

async function start(wanted: string, { on, person, json }: Asked): Promise<void> {
  const { withDesk } = await import('./desk.ts');
  const { MISUSED } = await import('./run.ts');
  const { parsePlainDate } = await import('../law/plain-date.ts');

  const day = on === undefined ? undefined : parsePlainDate(on);
  if (day === null) {
    process.stderr.write(`--on ${on} is not a day such as 2026-06-30.\n`);
    process.exitCode = MISUSED;
    return;
  }
  await withDesk(async ({ database, now }) => {
    const { findPerson } = await import('../ledger/why.service.ts');
    const { whyOn } = await import('../ledger/why.ts');
    const { dayIn } = await import('../zone.ts');
    const at = now.instant();
    const answer = await database.read(async (scope) => {
      const request = await findRequest(scope, wanted);
      const who = await findPerson(scope, person);
      return whyOn(scope, request, who, day ?? dayIn(who.timeZone, at), at);
    });
    process.stdout.write(json ? `${JSON.stringify(answer, null, 2)}\n` : `${answer.says}\n`);
  });
}

async function findRequest(scope: Scope, wanted: string): Promise<Request> {
  const { Request: Requests } = await import('../requests/request.entity.ts');
  const { isId } = await import('../http/validators.ts');
  const where = isId(wanted) ? { id: wanted } : { number: wanted };
  const found = await scope.em.findOneBy(Requests, where);
  if (!found) throw new Error(`There is no request ${wanted} here.`);
  return found;
}
