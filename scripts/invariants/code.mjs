import { posix } from 'node:path';
import ts from 'typescript';

/** What reaches other machines, and the one file through which people's URLs are called. */
const WAYS_OUT = /^(node:)?(https?|http2)$|^(undici|axios|got|node-fetch|superagent)(\/|$)/;
const WAY_OUT = 'src/http/outgoing.ts';

const inLaw = ({ file, isSpec }) => file.startsWith('src/law/') && !isSpec;
const outside = (path) => (context) => !context.file.startsWith(path) && !context.isSpec;

/** `object.name`, whatever is done with it. */
const isMember = (node, object, name) =>
  ts.isPropertyAccessExpression(node) && node.expression.getText() === object && node.name.text === name;
const isNamed = (node, ...names) => ts.isIdentifier(node) && names.includes(node.text);
const isCallOf = (node, ...names) =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  names.includes(node.expression.name.text);

const leavesLaw = (file, from) =>
  !from.startsWith('.') || !posix.join(posix.dirname(file), from).startsWith('src/law/');

/** What is said of the code in a file. `find` returns the offending nodes. */
export const codeInvariants = [
  {
    name: 'law-imports-nothing',
    says: 'law/ is pure: it may import only from law/. Pass in what it needs.',
    find: (context) =>
      inLaw(context)
        ? [
            ...context.imports.filter(({ from }) => leavesLaw(context.file, from)).map(({ node }) => node),
            ...context.nodes.filter(
              (node) => ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword,
            ),
          ]
        : [],
  },
  {
    name: 'law-has-no-date',
    says: 'law/ may not name Date, Intl, process or any other clock or machine: days are PlainDate, now is a parameter.',
    find: (context) =>
      inLaw(context)
        ? context.nodes.filter(
            (node) =>
              isNamed(
                node,
                'Date',
                'Intl',
                'Temporal',
                'process',
                'performance',
                'globalThis',
                'setTimeout',
                'fetch',
              ) || isMember(node, 'Math', 'random'),
          )
        : [],
  },
  {
    name: 'one-door',
    says: 'Only database/ touches a DataSource or a Repository: use database.write(tx => …) or database.read(scope => …).',
    find: (context) =>
      outside('src/database/')(context)
        ? context.nodes.filter(
            (node) =>
              isNamed(node, 'DataSource', 'Repository', 'InjectRepository', 'InjectDataSource', 'TypeOrmModule') ||
              isCallOf(node, 'getRepository', 'transaction', 'createQueryRunner'),
          )
        : [],
  },
  {
    name: 'settings-in-one-place',
    says: 'Only config.ts reads the environment: add the setting there and inject CONFIG.',
    find: (context) =>
      context.file === 'src/config.ts' || context.isSpec
        ? []
        : context.nodes.filter((node) => isMember(node, 'process', 'env')),
  },
  {
    name: 'time-is-an-input',
    says: 'Only now.ts asks for the time: inject Now. (Durations: performance.now().)',
    find: (context) =>
      context.file === 'src/now.ts' || context.isSpec
        ? []
        : context.nodes.filter(
            (node) =>
              ((ts.isNewExpression(node) || ts.isCallExpression(node)) && isNamed(node.expression, 'Date')) ||
              isMember(node, 'Date', 'now') ||
              (ts.isCallExpression(node) && /^DateTime\.(now|local|utc)$/.test(node.expression.getText())),
          ),
  },
  {
    name: 'one-error-class',
    says: 'Throw a DeskError with a code: http/problem.ts alone knows HTTP statuses.',
    find: ({ file, imports }) =>
      file === 'src/http/problem.ts'
        ? []
        : imports
            .filter(({ from, names }) => from === '@nestjs/common' && names.some((name) => name.endsWith('Exception')))
            .map(({ node }) => node),
  },
  {
    name: 'one-way-out',
    says: `Other people's servers are called through ${WAY_OUT} alone: it reaches no private address, fetch reaches all.`,
    find: ({ file, nodes, imports, isSpec }) =>
      file === WAY_OUT || isSpec
        ? []
        : [
            ...imports.filter(({ from, isType }) => !isType && WAYS_OUT.test(from)).map(({ node }) => node),
            ...nodes.filter(
              (node) =>
                (ts.isCallExpression(node) && isNamed(node.expression, 'fetch')) ||
                isMember(node, 'globalThis', 'fetch') ||
                (ts.isCallExpression(node) &&
                  node.expression.kind === ts.SyntaxKind.ImportKeyword &&
                  node.arguments.some((one) => ts.isStringLiteralLike(one) && WAYS_OUT.test(one.text))),
            ),
          ],
  },
  {
    name: 'no-synchronize',
    says: 'The schema comes from numbered migrations alone.',
    find: ({ nodes }) =>
      nodes.filter(
        (node) =>
          (ts.isPropertyAssignment(node) &&
            node.name.getText() === 'synchronize' &&
            node.initializer.kind !== ts.SyntaxKind.FalseKeyword) ||
          isCallOf(node, 'synchronize'),
      ),
  },
];
