import type { AddCommand } from './run.ts';

interface Options {
  statute: string;
  asOf?: string;
  feeCategory?: string;
  track?: string;
  timeZone?: string;
  overrides?: string;
  fact: string[];
  json?: boolean;
  whatIf?: string;
}

type Fact = Record<string, unknown>;

export const clock: AddCommand = (program) => {
  program
    .command('clock')
    .description('explain deadlines from facts, without a database')
    .argument('[file]', 'facts as JSON: a list, or what POST /clock takes; - is standard input')
    .option('--statute <id>', 'the law', 'us-foia')
    .option('--as-of <day>', "the day to stand on (default: today in the agency's zone)")
    .option('--fee-category <category>', 'who asks: news-media, commercial …')
    .option('--track <id>', "one of the law's tracks: commercial, life-liberty …")
    .option('--time-zone <zone>', "the agency's, such as America/New_York")
    .option('--overrides <file>', "the agency's own rules as JSON")
    .option('--fact <fact>', 'a fact, such as kind=filed,on=2026-06-01,channel=email; may be repeated', collect, [])
    .option('--what-if <file>', 'a second history, or {statusChanges?, asOf?, track? …}, to set beside the first')
    .option('--json', 'the standing as JSON instead of words')
    .addHelpText(
      'after',
      `
Example:
  foia-desk clock --as-of 2026-07-30 \\
    --fact kind=filed,on=2026-06-01,channel=email \\
    --fact kind=clarification-requested,on=2026-06-08 \\
    --fact "kind=clarified,on=2026-06-22,channel=email,about=#2"

In a --fact, exemptions are separated by ";", and #2 means the second fact.`,
    )
    .action(explain);
};

async function explain(file: string | undefined, options: Options): Promise<void> {
  const { check } = await import('../http/validate.ts');
  const { Now } = await import('../now.ts');
  const { calculate, calculatedInWords } = await import('../requests/calculate.ts');
  const { ClockInput } = await import('../requests/clock.dto.ts');

  const input = check(ClockInput, await inputOf(file, options));
  const standing = calculate(input, new Now().instant());
  process.stdout.write(options.json ? `${JSON.stringify(standing, null, 2)}\n` : `${calculatedInWords(standing)}\n`);
}

/** What POST /clock takes; options stand over the file, facts of both are put together. */
async function inputOf(file: string | undefined, options: Options): Promise<Fact> {
  const read = file === undefined ? [] : await readJson(file);
  const given = Array.isArray(read) ? { statusChanges: read } : (read as Fact);
  const agency = {
    ...(given.agency as Fact | undefined),
    ...(options.timeZone !== undefined && { timeZone: options.timeZone }),
    ...(options.overrides !== undefined && { overrides: await readJson(options.overrides) }),
  };
  const other = options.whatIf === undefined ? undefined : await readJson(options.whatIf);
  return {
    ...(other !== undefined && { whatIf: Array.isArray(other) ? { statusChanges: other } : other }),
    statute: options.statute,
    ...given,
    ...(options.asOf !== undefined && { asOf: options.asOf }),
    ...(options.feeCategory !== undefined && { feeCategory: options.feeCategory }),
    ...(options.track !== undefined && { track: options.track }),
    ...(Object.keys(agency).length > 0 && { agency }),
    statusChanges: [...((given.statusChanges as unknown[] | undefined) ?? []), ...options.fact.map(toFact)],
  };
}

async function readJson(file: string): Promise<unknown> {
  const { readFile } = await import('node:fs/promises');
  const { text } = await import('node:stream/consumers');
  const content = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  try {
    return JSON.parse(content) as unknown;
  } catch {
    throw new Error(`${file === '-' ? 'Standard input' : file} is not JSON.`);
  }
}

function collect(value: string, all: string[]): string[] {
  return [...all, value];
}

function toFact(text: string): Fact {
  const fields = text.split(',').map((part) => part.split(/=(.*)/s, 2) as [string, string?]);
  const odd = fields.find(([name, value]) => name === '' || value === undefined);
  if (odd) throw new Error(`--fact ${text}: "${odd.join('=')}" is not of the form field=value.`);
  return Object.fromEntries(fields.map(([name, value]) => [name.trim(), valueOf(name.trim(), value!.trim())]));
}

const words: Record<string, unknown> = { true: true, false: false, null: null };

function valueOf(name: string, text: string): unknown {
  if (name === 'exemptions' || name === 'withRequestIds') return text.split(';').map((part) => part.trim());
  if (/^pages/.test(name) && /^\d+$/.test(text)) return Number(text);
  return text in words ? words[text] : text;
}
