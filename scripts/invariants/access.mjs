import ts from 'typescript';

/** Tables whose rows not everybody may see, by entity and by name in SQL. */
const guarded = {
  entities: ['Request', 'RequestDeadline', 'Note', 'Document', 'Citation', 'ExemptionFinding', 'CalendarEntry'],
  tables: ['request', 'request_deadline', 'note', 'document', 'citation', 'exemption_finding', 'calendar_entry'],
};

/** Reads of the desk for itself, on nobody's behalf. Each with its reason; nothing of them may reach a caller unasked. */
const forTheDeskItself = {
  'src/cli/why.ts': 'the command why answers whoever runs the desk',
  'src/documents/verify.ts': 'the command verify says which document and request a damaged file belongs to',
  'src/exemptions/detection.service.ts':
    'suggestions are made by the desk itself; who may see one is asked where they are listed',
  'src/events/event-view.ts':
    'the query of events; its caller hands in whose eyes count, and webhooks are owners, who see all',
  'src/evidence/citations-part.ts':
    'citations of the documents that go into a package; access to those was asked for before',
  'src/evidence/exemptions-part.ts':
    'exemptions of the request and the documents that go into a package; access to those was asked for before',
  'src/lawbook/in-use.ts': 'which laws are in use at all, and of which agencies requests are read anew',
  'src/documents/open-to.ts': 'the rule itself, for documents: it asks access()',
  'src/reading/again.ts':
    'the command read --again finds the file of a document by its id, and tells how many files wait',
  'src/reading/read-file.ts':
    'a file is read for the desk, and all documents that hold it are told of by their followers',
  'src/reading/reading.follower.ts': 'pages go with the last document that has their content',
  'src/requests/access.ts': 'the rule itself',
  'src/requests/turning.service.ts': 'the sweep reads anew the standings whose day has come',
  'src/search/exemption-filter.ts': 'a condition of the search query, in which filters.ts asks who may see',
  'src/search/index-document.ts': 'the desk makes pages findable; who finds them is decided by each search',
  'src/search/make-index.ts': 'the desk makes its index anew; who finds what is decided by each search',
  'src/search/verify.ts': 'the command verify counts what the index lacks',
  'src/reminders/message-job.ts': 'owners, who see all, are shown the numbers of the requests that a message is about',
  'src/reminders/policy-replan.ts': 'which requests a changed policy has planned anew',
  'src/reminders/refusals.ts':
    'owners, who see all, are told the numbers of the requests whose reminders did not arrive',
  'src/reminders/subjects.ts': 'reminders are planned and sent by the desk; who may get one is decided there',
  'src/requests/verify.ts': 'the command verify recomputes every standing',
};

const READS = /^(find|count|exists?|createQueryBuilder|query|innerJoin|leftJoin|from|stream|sum|maximum|minimum)/;
const SQL = new RegExp(`\\b(FROM|JOIN)\\s+"?(${guarded.tables.join('|')})"?(?![\\w.])`, 'i');

const isGuarded = (node) => ts.isIdentifier(node) && guarded.entities.includes(node.text);

const readsGuarded = (node) => {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const deletes = /\.delete\(\)$/.test(node.expression.expression.getText());
    return !deletes && READS.test(node.expression.name.text) && node.arguments.slice(0, 1).some(isGuarded);
  }
  // A helper that is handed the entity: `byIds(tx, Request, ids)`.
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return node.arguments.some(isGuarded);
  return (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && SQL.test(node.getText());
};

/** Who sees what: `access()` for one request, `visibleTo()` for lists, searches and counts. */
export const accessInvariants = [
  {
    name: 'ask-access',
    says:
      'Requests and what hangs on them are read through access() or visibleTo() of requests/access.ts. ' +
      "A read on nobody's behalf is listed, with its reason, in scripts/invariants/access.mjs.",
    find: ({ file, nodes, imports, isSpec }) => {
      if (isSpec || file in forTheDeskItself || file.startsWith('src/database/')) return [];
      const asks = imports.some(
        ({ from, names }) => /\/access\.ts$/.test(from) && names.some((name) => /^(access|visible)/.test(name)),
      );
      return asks ? [] : nodes.filter(readsGuarded);
    },
  },
];
