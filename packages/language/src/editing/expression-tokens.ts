import { parser } from '../expression/generated/expression.parser.ts';

/** What a part of an expression is. `bracket` includes the comma. */
export type ExpressionTokenKind =
  | 'name'
  | 'function'
  | 'number'
  | 'date'
  | 'string'
  | 'truth'
  | 'comparison'
  | 'logic'
  | 'manner'
  | 'operator'
  | 'bracket';

/** A part of an expression with its place in the text. */
export interface ExpressionToken {
  readonly kind: ExpressionTokenKind;
  readonly start: number;
  readonly end: number;
}

const kinds: Readonly<Record<string, ExpressionTokenKind>> = {
  Identifier: 'name',
  Name: 'name',
  Quantity: 'number',
  CalendarDate: 'date',
  String: 'string',
  是: 'truth',
  否: 'truth',
  且: 'logic',
  或: 'logic',
  非: 'logic',
  最高: 'manner',
  不低于: 'comparison',
  酌定: 'manner',
  另行规定: 'manner',
  决定: 'manner',
  Operator: 'comparison',
  Plus: 'operator',
  Minus: 'operator',
  Times: 'operator',
  Divide: 'operator',
  Open: 'bracket',
  Close: 'bracket',
  Comma: 'bracket',
};

const comparisonWords = new Set(
  '达到 不少于 超过 高于 不超过 不高于 不满 低于 为 在 以上 以下 以内 以外 属于'.split(' '),
);
const grantParser = parser.configure({ top: 'Grant' });

/** The parts of an expression or value of 给, by the grammar that the compiler reads it with; the text need not be faultless. */
export function expressionTokens(text: string): readonly ExpressionToken[] {
  const tokens: ExpressionToken[] = [];
  grantParser.parse(text).iterate({
    enter: ({ name, from, to, node }) => {
      if (to === from) return;
      const kind = kinds[name] ?? (comparisonWords.has(name) ? 'comparison' : undefined);
      if (kind === undefined) return;
      const isCalled =
        name === 'Name' && node.parent?.name === 'Call' && node.nextSibling?.name === 'Open';
      const isFirst = tokens.at(-1)?.end !== to;
      // 不低于 before a sum is a floor, between two sums a comparison.
      const opens = name === '不低于' && node.parent?.name === 'AtLeast';
      if (isFirst)
        tokens.push({
          kind: isCalled ? 'function' : opens ? 'manner' : kind,
          start: from,
          end: to,
        });
    },
  });
  return tokens;
}
