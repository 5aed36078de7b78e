import type { SyntaxNode, Tree } from '@lezer/common';
import { nearName } from '@luodi/kernel';
import { keywords } from './operators.ts';
import type { SyntaxFault } from './syntax.ts';

const operand = '一个事实、数值或（…）';
const operator = '运算符（+ − × ÷）、比较（在…以上、达到、超过 …）或 且、或';

/** What ends an operand: a name, a number, a closing bracket. */
const operandEnds = new Set([
  'Name',
  'Identifier',
  'Quantity',
  'CalendarDate',
  'String',
  'Truth',
  '是',
  '否',
  'Close',
  'List',
]);

function firstFault(tree: Tree): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  tree.iterate({
    enter: (node) => {
      if (node.type.isError && found === undefined) found = node.node;
      return found === undefined;
    },
  });
  return found;
}

/** The last leaf that ends at or before a place. */
function leafBefore(tree: Tree, at: number): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  tree.iterate({
    from: 0,
    to: at,
    enter: (node) => {
      if (
        node.to <= at &&
        node.to > node.from &&
        node.node.firstChild === null &&
        !node.type.isError
      )
        found = node.node;
    },
  });
  return found;
}

function openBrackets(text: string): number {
  return (text.match(/[(（]/g)?.length ?? 0) - (text.match(/[)）]/g)?.length ?? 0);
}

function wordAt(text: string, at: number): string {
  return /^(?:[\w·“”\u3400-\u9fff]+|"[^"\n]*"?|[^\s])/.exec(text.slice(at))?.[0] ?? '';
}

function insideRange(node: SyntaxNode): boolean {
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent)
    if (at.name === 'Range') return true;
  return false;
}

function expectation(
  text: string,
  fault: SyntaxNode,
  before: SyntaxNode | undefined,
  found: string,
) {
  const awaitsOperator = before !== undefined && operandEnds.has(before.name);
  if (!awaitsOperator) return { expected: operand, hint: '' };
  if (insideRange(fault)) {
    const hint = nearName(found, ['以上', '以下', '以内', '以外']);
    return {
      expected: '以上、以下、以内 或 以外',
      hint: hint === undefined ? '写成“X 在 A 以上”' : `是不是“${hint}”？`,
    };
  }
  if (found === '' && openBrackets(text) > 0) return { expected: '）', hint: '补上右括号' };
  const near = /^[\u4e00-\u9fff]+$/.test(found) ? nearName(found, keywords) : undefined;
  if (near !== undefined && near !== found)
    return { expected: operator, hint: `是不是“${near}”？词与词之间用空格隔开` };
  return { expected: operator, hint: '词与词之间用空格隔开，关键词要单独成词' };
}

/** Says what was found and what was expected at the first place where a text stops being an expression. */
export function describeFault(tree: Tree, text: string): SyntaxFault {
  const fault = firstFault(tree);
  const trimmed = text.trimEnd().length;
  if (text.trim() === '')
    return { start: 0, end: text.length, message: `这里是空的，需要${operand}`, hint: '' };
  const node = fault ?? tree.topNode;
  let start = fault === undefined ? 0 : Math.min(fault.from, trimmed);
  while (/\s/.test(text[start] ?? '')) start++;
  const found = wordAt(text, start);
  const { expected, hint } = expectation(text, node, leafBefore(tree, start), found);
  const what = found === '' ? '到这里就结束了' : `遇到“${found}”`;
  return { start, end: start + found.length, message: `${what}，这里需要${expected}`, hint };
}
