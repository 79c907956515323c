const features =
  '^src/(requests|agencies|documents|reading|exemptions|citations|search|evidence|reminders|ledger|events|feeds|lawbook|cli)/';
const machinery = '^src/(auth|jobs|database|http)/|^src/(config|core\\.module|errors|log|now|zone)\\.ts$';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Imports run one way: cli → evidence → exemptions, citations, search → reading → documents, ledger → reminders → requests → agencies → law. */
export default {
  forbidden: [
    rule(
      'law-is-alone',
      'law/ imports nothing outside itself.',
      { path: '^src/law/', pathNot: '\\.spec\\.ts$' },
      { pathNot: '^src/law/' },
    ),
    rule(
      'machinery-knows-no-feature',
      'Let the feature call the machinery, or pass in what it needs.',
      { path: machinery },
      { path: features },
    ),
    rule(
      'agencies-are-low',
      'agencies/ may use law/ and the machinery only.',
      { path: '^src/agencies/' },
      { path: features, pathNot: '^src/agencies/' },
    ),
    rule(
      'requests-are-below',
      'requests/ may not know who follows it: use a follower.',
      { path: '^src/requests/' },
      { path: features, pathNot: '^src/(requests|agencies)/' },
    ),
    rule(
      'documents-and-reminders-are-strangers',
      'What both need belongs to requests/.',
      { path: '^src/(documents|reminders|lawbook)/' },
      { path: features, pathNot: '^src/($1|requests|agencies)/' },
    ),
    rule(
      'the-ledger-reads-reminders',
      'It tells what reminders/ has kept, and writes nothing.',
      { path: '^src/ledger/' },
      { path: features, pathNot: '^src/(ledger|reminders|requests|agencies)/' },
    ),
    rule(
      'reading-knows-documents-alone',
      'Pages are read off files; what is done with them is above.',
      { path: '^src/reading/' },
      { path: features, pathNot: '^src/(reading|documents|requests|agencies)/' },
    ),
    rule(
      'uses-of-pages-are-strangers',
      'What two of them need belongs to reading/.',
      { path: '^src/(exemptions|citations|search)/' },
      { path: features, pathNot: '^src/($1|reading|documents|requests|agencies)/' },
    ),
    rule(
      'the-planner-is-pure',
      'planner.ts takes facts and returns a plan; what it is made of is as pure.',
      { path: '^src/reminders/(planner|planning|plan-input|ladder|rungs|policy|moments|recipients)\\.ts$' },
      { path: '^node_modules/|^src/(database|http|jobs|auth|config|core)' },
    ),
    rule(
      'only-main-starts-commands',
      'Commands are called by main.ts alone.',
      { path: '^src/', pathNot: '^src/(cli/|main\\.ts$)' },
      { path: '^src/cli/' },
    ),
    rule(
      'the-app-is-on-top',
      'Only commands build the app.',
      { path: '^src/', pathNot: '^src/(cli/|app\\.ts$|main\\.ts$)' },
      { path: '^src/(app|app\\.module|entities)\\.ts$' },
    ),
    rule(
      'no-cycles',
      'Two files that import each other are one file, or a third is missing.',
      { path: '^src/' },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'src-needs-no-tests',
      'src/ may not import test/, scripts/ or bench/.',
      { path: '^src/', pathNot: '\\.spec\\.ts$' },
      { path: '^(test|scripts|bench)/' },
    ),
    rule(
      'runs-without-dev-packages',
      'Used at run time, so it belongs to "dependencies".',
      { path: '^src/', pathNot: '\\.spec\\.ts$' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'every-package-is-declared',
      'Import only what package.json names.',
      { path: '^src/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
    rule('resolvable', 'This import leads nowhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
