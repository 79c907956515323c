/** One instruction of a Dockerfile, continuation lines joined. */
export interface Instruction {
  /** Upper case: FROM, COPY, RUN … */
  word: string;
  /** Flags such as `--from=build`. */
  flags: Record<string, string>;
  /** The rest, as it stands. */
  rest: string;
}

export interface Stage {
  name: string;
  base: string;
  instructions: Instruction[];
}

/** The stages of a Dockerfile in order; one without a name is called by its number. */
export function stagesOf(text: string): Stage[] {
  const stages: Stage[] = [];
  for (const { word, flags, rest } of instructionsOf(text)) {
    if (word === 'FROM') {
      const [base = '', , name] = rest.split(/\s+/);
      stages.push({ name: name ?? String(stages.length), base, instructions: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (!stage) throw new Error(`Dockerfile: ${word} before the first FROM.`);
    stage.instructions.push({ word, flags, rest });
  }
  return stages;
}

function instructionsOf(text: string): Instruction[] {
  const joined = text.replace(/\\\n/g, ' ').split('\n');
  const lines = joined.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [, word = '', after = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    const flags: Record<string, string> = {};
    const rest = after.replace(/^(--[a-z-]+=\S+\s+)+/, (all) => {
      for (const flag of all.trim().split(/\s+/))
        flags[flag.slice(2, flag.indexOf('='))] = flag.slice(flag.indexOf('=') + 1);
      return '';
    });
    return { word: word.toUpperCase(), flags, rest };
  });
}

/** From where, and to where, a COPY copies. */
export function copied({ rest }: Instruction): { sources: string[]; target: string } {
  const words = rest.split(/\s+/);
  return { sources: words.slice(0, -1), target: words.at(-1)! };
}
