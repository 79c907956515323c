import ts from 'typescript';

/**
 * The settings that src/config.ts reads, in its order: `{ name, says, allowed, initial }`. The words are the doc
 * comments of `Config`'s fields, the default is what the code names.
 */
export function settingsIn(text) {
  const source = ts.createSourceFile('config.ts', text, ts.ScriptTarget.Latest, true);
  const says = new Map();
  const settings = [];
  const visit = (node, field) => {
    if (ts.isPropertySignature(node)) {
      const docs = ts.getJSDocCommentsAndTags(node).map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '');
      says.set(node.name.getText(), docs.join(' ').replace(/\s+/g, ' '));
    }
    const inner = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node) ? node.name.getText() : field;
    if (isRead(node)) settings.push({ field, ...settingOf(node) });
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(source, '');
  return settings.map(({ field, ...setting }) => ({ ...setting, says: says.get(field) ?? '' }));
}

const isRead = (node) =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.expression.getText() === 'read';

/** Which argument of each kind of setting is its default. */
const DEFAULT_AT = { text: 1, prefix: 1, integer: 1, address: 1, language: 1, zone: 1, oneOf: 2 };

function settingOf(call) {
  const kind = call.expression.name.text;
  const [name, second] = call.arguments;
  const initial = call.arguments[DEFAULT_AT[kind] ?? -1];
  return {
    name: name.text,
    allowed: kind === 'oneOf' ? second.expression.elements.map((one) => one.text) : [],
    initial: initial ? String(valueOf(initial)) : '',
  };
}

/** Texts, numbers and products of numbers. */
function valueOf(node) {
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text.replaceAll('_', ''));
  if (ts.isBinaryExpression(node)) {
    const [left, right] = [valueOf(node.left), valueOf(node.right)];
    if (node.operatorToken.kind === ts.SyntaxKind.AsteriskToken) return left * right;
    if (node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken) return left ** right;
  }
  throw new Error(`.env.example: cannot read the default ${node.getText()} in src/config.ts.`);
}

export function envExample(settings) {
  const head = [
    '# Every setting of the desk with its default. Made from src/config.ts: node scripts/generate.mjs',
    '# The desk reads its environment, no file; docker compose and `node --env-file=.env dist/main.js` read `.env`.',
  ];
  const entries = settings.map(({ name, says, allowed, initial }) => {
    const choice = allowed.length > 0 ? `One of: ${allowed.join(', ')}.` : '';
    const comment = [says, choice].filter(Boolean).map((line) => `# ${line}`);
    return ['', ...comment, `#${name}=${initial}`].join('\n');
  });
  return `${[...head, ...entries].join('\n')}\n`;
}
