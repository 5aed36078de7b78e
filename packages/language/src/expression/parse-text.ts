import type { SyntaxNode, Tree } from '@lezer/common';
import { fail, findUnit, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { describeFault } from './describe-fault.ts';
import { parser } from './generated/expression.parser.ts';
import { arithmeticSigns, comparisonWords, keywords, rangeWords } from './operators.ts';
import type { GrantSyntax, Syntax, SyntaxFault } from './syntax.ts';

const ruleParser = parser.configure({ top: 'Rule' });
const grantParser = parser.configure({ top: 'Grant' });

function children(node: SyntaxNode): SyntaxNode[] {
  const list: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) list.push(child);
  return list;
}

function hasFault(tree: Tree): boolean {
  let found = false;
  tree.iterate({
    enter: (node) => {
      if (node.type.isError) found = true;
      return !found;
    },
  });
  return found;
}

/** Turns a faultless Lezer tree into syntax. A shape that the grammar does not make is a fault of this file. */
class Converter {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  private words(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  private nth(nodes: readonly SyntaxNode[], index: number): SyntaxNode {
    const node = nodes.at(index);
    if (node === undefined) throw new Error(`expression.grammar: no part ${index}`);
    return node;
  }

  convert(node: SyntaxNode): Syntax {
    const place = { start: node.from, end: node.to };
    const parts = children(node);
    switch (node.name) {
      case 'Quantity':
        return { kind: 'quantity', ...place, text: this.words(node) };
      case 'CalendarDate':
        return { kind: 'date', ...place, text: this.words(node) };
      case 'String':
        return { kind: 'string', ...place, text: this.words(node).slice(1, -1) };
      case 'Name':
        return { kind: 'name', ...place, text: this.words(node) };
      case 'Truth':
        return { kind: 'truth', ...place, value: this.words(node) === '是' };
      case 'Group':
        return { ...this.convert(this.nth(parts, 1)), ...place };
      case 'Not':
        return { kind: 'not', ...place, of: this.convert(this.nth(parts, 1)) };
      case 'Negative':
        return { kind: 'negative', ...place, of: this.convert(this.nth(parts, 1)) };
      case 'Call':
        return this.call(parts, place);
      case 'Membership':
        return this.membership(parts, place);
      case 'And':
      case 'Or':
        return this.logic(node.name === 'And' ? 'and' : 'or', parts, place);
      default:
        return this.binary(node, parts, place);
    }
  }

  private binary(
    node: SyntaxNode,
    parts: readonly SyntaxNode[],
    place: { readonly start: number; readonly end: number },
  ): Syntax {
    const left = this.convert(this.nth(parts, 0));
    const right = this.convert(this.nth(parts, 2));
    if (node.name === 'Sum' || node.name === 'Product') {
      const operator = arithmeticSigns[this.words(this.nth(parts, 1))];
      if (operator !== undefined) return { kind: 'arithmetic', ...place, operator, left, right };
    }
    const operator =
      node.name === 'Range'
        ? rangeWords[this.words(this.nth(parts, 3))]
        : comparisonWords[this.words(this.nth(parts, 1))];
    if (operator === undefined) throw new Error(`expression.grammar: ${node.name}`);
    return { kind: 'comparison', ...place, operator, left, right };
  }

  private call(
    parts: readonly SyntaxNode[],
    place: { readonly start: number; readonly end: number },
  ): Syntax {
    const name = this.nth(parts, 0);
    const args = parts
      .slice(2, -1)
      .filter((part) => part.name !== 'Comma')
      .map((part) => this.convert(part));
    return { kind: 'call', ...place, name: this.words(name), nameEnd: name.to, args };
  }

  private membership(
    parts: readonly SyntaxNode[],
    place: { readonly start: number; readonly end: number },
  ): Syntax {
    const options = children(this.nth(parts, 2))
      .filter((part) => part.name === 'Name')
      .map((part) => ({ start: part.from, end: part.to, text: this.words(part) }));
    return { kind: 'member', ...place, of: this.convert(this.nth(parts, 0)), options };
  }

  /** `a 且 b 且 c` is one conjunction of three, unless parentheses say otherwise. */
  private logic(
    kind: 'and' | 'or',
    parts: readonly SyntaxNode[],
    place: { readonly start: number; readonly end: number },
  ): Syntax {
    const leftNode = this.nth(parts, 0);
    const left = this.convert(leftNode);
    const right = this.convert(this.nth(parts, 2));
    const chained = leftNode.name !== 'Group' && left.kind === kind && 'items' in left;
    return { kind, ...place, items: chained ? [...left.items, right] : [left, right] };
  }

  grant(root: SyntaxNode): GrantSyntax {
    const node = this.nth(children(root), 0);
    const parts = children(node);
    switch (node.name) {
      case 'AtMost':
      case 'AtLeast':
        return {
          kind: 'pay',
          manner: node.name === 'AtMost' ? 'at_most' : 'at_least',
          value: this.convert(this.nth(parts, 1)),
        };
      case 'Discretionary': {
        const ceiling = parts[2];
        return {
          kind: 'discretionary',
          ceiling: ceiling === undefined ? undefined : this.convert(ceiling),
        };
      }
      case 'ByReference':
      case 'Decision':
        return {
          kind: node.name === 'Decision' ? 'decision' : 'by_reference',
          words: this.words(this.nth(parts, 1)).slice(1, -1),
        };
      default:
        return { kind: 'pay', manner: 'exact', value: this.convert(node) };
    }
  }
}

const bareName =
  /^[a-zA-Z_\u00b7\u2018\u2019\u201c\u201d\u3007\u3400-\u4dbf\u4e00-\u9fff][a-zA-Z0-9_\u00b7\u2018\u2019\u201c\u201d\u3007\u3400-\u4dbf\u4e00-\u9fff]*$/;
const reserved: ReadonlySet<string> = new Set([...keywords, '最高', '酌定', '另行规定', '决定']);

/** A single name or quantity, which most expressions are, needs no parser. */
function parseSingle(text: string): Syntax | undefined {
  const place = { start: 0, end: text.length };
  if (bareName.test(text)) return reserved.has(text) ? undefined : { kind: 'name', ...place, text };
  const digits = /^\d+(?:\.\d+)?(?=\D|$)/.exec(text)?.[0];
  if (digits === undefined) return undefined;
  const unit = text.slice(digits.length);
  if (unit !== '' && findUnit(unit) === undefined) return undefined;
  return { kind: 'quantity', ...place, text };
}

/** Reads an expression: a condition, or the value of a cap or band. Names are not looked up. */
export function parseSyntax(text: string): Result<Syntax, SyntaxFault> {
  const single = parseSingle(text);
  if (single !== undefined) return ok(single);
  const tree = ruleParser.parse(text);
  if (hasFault(tree)) return fail(describeFault(tree, text));
  const [root] = children(tree.topNode);
  return root === undefined
    ? fail(describeFault(tree, text))
    : ok(new Converter(text).convert(root));
}

/** Reads the value of 给: an expression, `最高 X`, `不低于 X`, `酌定`, `另行规定 "…"`, `决定 "…"`. */
export function parseGrantSyntax(text: string): Result<GrantSyntax, SyntaxFault> {
  const single = parseSingle(text);
  if (single !== undefined) return ok({ kind: 'pay', manner: 'exact', value: single });
  const tree = grantParser.parse(text);
  if (hasFault(tree) || tree.topNode.firstChild === null) return fail(describeFault(tree, text));
  return ok(new Converter(text).grant(tree.topNode));
}

/** Where the numbers of a text stand, each with its unit; the text need not be faultless. */
export function quantityPlaces(
  text: string,
): readonly { readonly start: number; readonly end: number }[] {
  const places: { start: number; end: number }[] = [];
  grantParser.parse(text).iterate({
    enter: (node) => {
      if (node.name === 'Quantity') places.push({ start: node.from, end: node.to });
    },
  });
  return places;
}
