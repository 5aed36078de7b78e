import { fraction } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import { numberStands } from '../../check/quoted-numbers.ts';
import { spanOf } from '../../read/data-node.ts';
import type { ScalarNode } from '../../read/data-node.ts';
import type { Comparison, Figure } from '../../tree/index.ts';
import type { EntryContext } from './entry-context.ts';

const comparisons: Readonly<Record<string, Comparison>> = {
  不低于: 'at_least',
  不少于: 'at_least',
  超过: 'above',
  高于: 'above',
  不高于: 'at_most',
  不超过: 'at_most',
  低于: 'below',
  约: 'about',
};

const numberAndUnit = /^(-?\d[\d,]*(?:\.\d+)?(?:\/\d+)?)\s*(.*)$/;

function parseNumber(digits: string): Rational | undefined {
  const [above = '', below] = digits.split('/');
  const numerator = fraction.parseDecimal(above);
  if (below === undefined || numerator === undefined) return numerator;
  const denominator = fraction.parseDecimal(below);
  return denominator === undefined ? undefined : fraction.divide(numerator, denominator);
}

interface Written {
  readonly number: Rational;
  readonly unit: string;
}

function parseWritten(text: string): Written | undefined {
  const [, digits = '', unit = ''] = numberAndUnit.exec(text.trim()) ?? [];
  const number = parseNumber(digits);
  return number === undefined ? undefined : { number, unit };
}

/** Reads `不低于 5%`, `40万元/亩`, `10 至 20`; `undefined` when it is none. `unit` is that of bare numbers. */
export function parseFigure(
  text: string,
  unit: string,
): Exclude<Figure, { kind: 'words' }> | undefined {
  const plain = text.normalize('NFKC').trim();
  const [first = '', second, ...more] = plain.split(/\s*至\s*/);
  if (more.length > 0) return undefined;
  if (second !== undefined) {
    const [from, to] = [parseWritten(first), parseWritten(second)];
    if (from === undefined || to === undefined) return undefined;
    return { kind: 'range', from: from.number, to: to.number, unit: to.unit || from.unit || unit };
  }
  const word = Object.keys(comparisons).find((each) => plain.startsWith(each)) ?? '';
  const written = parseWritten(plain.slice(word.length));
  if (written === undefined) return undefined;
  return {
    kind: 'number',
    comparison: comparisons[word] ?? 'exactly',
    number: written.number,
    unit: written.unit || unit,
  };
}

/** Reports the numbers of a figure that do not stand in the quotation. */
export function checkFigure(
  figure: Exclude<Figure, { kind: 'words' }>,
  node: ScalarNode,
  context: EntryContext,
): void {
  const numbers = figure.kind === 'range' ? [figure.from, figure.to] : [figure.number];
  const { quote, reporter } = context;
  if (numbers.every((number) => numberStands(number, figure.unit, context.words()))) return;
  reporter.report('valueNotQuoted', spanOf(node), `“${node.text}”不在引文里`, {
    hint: '改正数值或引文；原文没有数字的，改写“文字”',
    related: [{ message: '引文', span: quote.span }],
  });
}

/** Reads a figure whose numbers stand in the quotation. */
export function readFigure(
  node: ScalarNode,
  unit: string,
  context: EntryContext,
): Exclude<Figure, { kind: 'words' }> | undefined {
  const figure = parseFigure(node.text, unit);
  if (figure === undefined)
    context.reporter.report('badValue', spanOf(node), `“${node.text}”不是数值`, {
      hint: '写成 6、不低于 6、超过 6、不高于 6、低于 6、约 6 或 6 至 8；没有数字的写“文字”',
    });
  else checkFigure(figure, node, context);
  return figure;
}
