/** What a source file says in Vietnamese, and which words it keeps from the moment it is loaded. */
import ts from 'typescript';

/** Taken apart, a Vietnamese letter is a Latin one and a mark; đ is a letter of its own. */
const VIETNAMESE = /đ|[a-z]\p{Mn}/iu;

function visit(source: string, name: string, look: (node: ts.Node) => boolean): void {
  const walk = (node: ts.Node): void => {
    if (look(node)) ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true));
}

/** Strings, templates and what stands between tags; comments are for those who build. */
export function vietnameseWords(source: string, name: string): readonly string[] {
  const found: string[] = [];
  visit(source, name, (node) => {
    const isText = ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node);
    if (isText || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
      if (VIETNAMESE.test(node.text.normalize('NFD'))) found.push(ts.isJsxText(node) ? node.text.trim() : node.text);
    }
    return true;
  });
  return found;
}

/**
 * What is read of the words while the module is loaded, and components that skip a drawing (`memo`) and do not ask
 * for the language.
 */
export function keptWords(source: string, name: string): readonly string[] {
  if (!/text\/text\.ts'/u.test(source)) return [];
  const found: string[] = [];
  visit(source, name, (node) => {
    if (ts.isFunctionLike(node) || ts.isImportDeclaration(node) || ts.isTypeNode(node)) return false;
    const isKept = isWords(node) || (isMemo(node) && !source.includes('useLanguage()'));
    if (isKept) found.push(node.getText());
    return !isKept;
  });
  return found;
}

/** `text.console.queue` whole, or `words()`. */
function isWords(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return node.expression.getText() === 'words';
  return ts.isPropertyAccessExpression(node) && node.getText().startsWith('text.');
}

const isMemo = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && /^(?:React\.)?memo$/u.test(node.expression.getText());
