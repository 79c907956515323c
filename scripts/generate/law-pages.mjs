/**
 * A page for each law, made from its data: what a lawyer can read and correct. `desk` are the built modules of src/law.
 * Returns `{ 'docs/law/us-pa.md': text }`.
 */
export function lawPages({ statutes, cases, describe, explain, calendars }) {
  const pages = statutes.map((statute) => [`docs/law/${statute.id}.md`, pageOf(statute)]);
  return Object.fromEntries([...pages, ['docs/law/README.md', index(statutes)]]);

  function pageOf(statute) {
    const versions = [statute, ...(statute.earlier ?? [])];
    const calendar = calendars.find((one) => one.id === statute.calendar);
    return lines([
      `# ${statute.name} (${statute.jurisdiction})`,
      '',
      made,
      '',
      `\`${statute.id}\`: ${explain.citationWords(statute.cites)}. Legal days are those of ${statute.timeZone}. Working days: ${calendar?.name ?? statute.calendar} (\`${statute.calendar}\`${calendar ? `, ${calendar.confidence} confidence` : ''}).`,
      ...notesOf(statute),
      ...versions.flatMap((version, i) => versionSection(version, versions.length > 1, i)),
      ...suspensionsOf(statute),
      '',
      '## Worked cases',
      '',
      'Each is a test.',
      ...cases.filter((one) => (one.statute ?? 'us-foia') === statute.id).flatMap(caseSection),
    ]);
  }

  function versionSection(version, several, i) {
    return [
      '',
      several ? `## Rules ${i === 0 ? 'now' : 'before'}` : '## Rules',
      '',
      `${capital(describe.describeVersion(version.version))}.`,
      '',
      ...describe.describeRules(version).flatMap(ruleLines),
      ...disputed(version),
    ];
  }

  function ruleLines({ about, says, provenance }) {
    const { cites, source, confidence, checkedOn, otherReadings = [] } = provenance;
    const sure = `${confidence} confidence: ${source}; ${describe.checkedInWords(checkedOn)}`;
    return [
      `- **${about}.** ${says} ${linked(cites)} _(${sure})_`,
      ...otherReadings.map((other) => `  - Another reading, \`${other.policy}\`: ${other.says} ${linked(other.cites)}`),
    ];
  }

  function disputed({ policies }) {
    const found = Object.entries(policies);
    if (found.length === 0) return [];
    return [
      '',
      '### Disputed points',
      '',
      ...found.flatMap(([name, policy]) => [
        `- \`${name}\`: by default ${policy.default} ${linked(policy.cites)}; the other reading: ${policy.other} ${linked(policy.otherCites)} _(${policy.confidence} confidence: ${policy.source})_`,
      ]),
    ];
  }

  function linked(cites) {
    const label = explain.citationWords(cites);
    return cites.url ? `[[${label}](${cites.url})]` : `[${label}]`;
  }
}

const made =
  '_Made from the data of the law: `node scripts/generate.mjs`. Corrections go into `src/law/statutes` and `src/law/cases`, or into a law pack._';

function notesOf({ notes = [] }) {
  return notes.length > 0 ? ['', ...notes.map((note) => `- ${note}`)] : [];
}

function suspensionsOf({ suspensions = [] }) {
  if (suspensions.length === 0) return [];
  return [
    '',
    '## Suspensions',
    '',
    ...suspensions.map(({ from, to, says, cites }) => `- ${from} to ${to}: ${says} [${cites.label}]`),
  ];
}

function caseSection(one) {
  const facts = one.facts.map((fact, i) => `${i + 1}. ${factInWords(fact)}`);
  const dates = Object.entries(one.expect.deadlines ?? {}).map(
    ([id, wanted]) => `- \`${id}\`: ${expectedInWords(wanted)}`,
  );
  const follows = [...(one.expect.follows ?? []), ...(one.expect.maySue ?? []).map((span) => `may-sue ${span}`)];
  return [
    '',
    `### ${one.id}: ${one.title}`,
    '',
    ...facts,
    '',
    `On ${one.asOf}${one.track ? `, on the track \`${one.track}\`` : ''}:`,
    '',
    ...dates,
    ...follows.map((what) => `- follows: ${what}`),
    ...(one.expect.status ? [`- status: ${one.expect.status}`] : []),
    '',
    `${one.because} _(${one.source})_`,
  ];
}

function factInWords({ on, kind, ...rest }) {
  const more = Object.entries(rest).map(
    ([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return `${on} \`${kind}\`${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
}

function expectedInWords(wanted) {
  if (wanted === null) return 'there is none';
  const { dueOn, state, otherReadings = {}, ...rest } = wanted;
  const others = Object.entries(otherReadings).map(([policy, day]) => `${day ?? 'no day'} by \`${policy}\``);
  const more = Object.entries(rest)
    .filter(([name]) => name !== 'says')
    .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`);
  const parts = [dueOn === undefined ? '' : (dueOn ?? 'no day'), state ?? '', ...more, ...others].filter(Boolean);
  return parts.join(', ');
}

function index(statutes) {
  return lines([
    '# The laws',
    '',
    made,
    '',
    'What is behind a date is in the page of its law: every rule with its citation, what was read for it and when, and how sure we are. `low` means that nobody has verified it; the desk says so wherever it shows the date. [holidays.md](holidays.md) and [holidays-us.md](holidays-us.md) tell of the calendars.',
    '',
    '| law | jurisdiction | to decide | confidence |',
    '| --- | --- | --- | --- |',
    ...statutes.map((statute) => {
      const term = statute.terms.determination;
      const length = term ? `${term.count} ${term.unit.replace('-', ' ')}${term.count === 1 ? '' : 's'}` : 'promptly';
      const sure = term?.confidence ?? statute.rules.prompt?.confidence ?? 'low';
      return `| [${statute.name}](${statute.id}.md) | ${statute.jurisdiction} | ${length} | ${sure} |`;
    }),
  ]);
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function lines(all) {
  return `${all.join('\n')}\n`;
}
