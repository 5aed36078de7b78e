import type { Bilingual } from '@luodi/evaluation';
import { numericLiterals } from '@luodi/language';
import type { Measure, NumericLiteral, PolicyDocument } from '@luodi/language';
import { isRate, rangeOf } from './parameter-range.ts';
import { noEnd, stackingWords } from './parameter.ts';
import type { Parameter, ParameterKind } from './parameter.ts';

type LiteralKind = Exclude<ParameterKind, 'validity' | 'stacking'>;

/** What a number is by the key that it stands under; under the keys of a sum, a rate or an amount. */
const kindOfKey: Readonly<Record<string, LiteralKind | 'sum'>> = {
  给: 'sum',
  率: 'sum',
  档: 'sum',
  就高: 'sum',
  择一: 'sum',
  累加: 'sum',
  基数: 'threshold',
  自: 'threshold',
  至: 'threshold',
  当: 'threshold',
  条件: 'threshold',
  除外: 'threshold',
  至多: 'threshold',
  封顶: 'cap',
  金额: 'cap',
  累计封顶: 'cap',
  总额不超过: 'cap',
  合计封顶: 'cap',
};

const kindWords: Readonly<Record<ParameterKind, Bilingual>> = {
  rate: { zh: '比例', en: 'Rate' },
  threshold: { zh: '门槛', en: 'Threshold' },
  cap: { zh: '封顶', en: 'Cap' },
  amount: { zh: '金额', en: 'Amount' },
  validity: { zh: '有效期', en: 'Validity' },
  stacking: { zh: '叠加', en: 'Stacking' },
};

function keysBefore(line: string): readonly string[] {
  return [...line.matchAll(/([^\s{}[\],:："'-]+)\s*:(?:\s|$)/g)]
    .map(([, key = '']) => key)
    .reverse();
}

function indentOf(line: string): number {
  return /^[\s-]*/.exec(line)?.[0].length ?? 0;
}

/** The kind by the nearest key above or before the number. */
function kindOf(literal: NumericLiteral, lines: readonly string[]): LiteralKind {
  const { line, column } = literal.span.start;
  let indent = Number.POSITIVE_INFINITY;
  for (let at = line - 1; at >= 0 && indent > 0; at--) {
    const whole = lines[at] ?? '';
    if (whole.startsWith('```')) break;
    const seen = at === line - 1 ? whole.slice(0, column - 1) : whole;
    if (whole.trim() === '' || (at !== line - 1 && indentOf(whole) >= indent)) continue;
    for (const key of keysBefore(seen)) {
      const kind = kindOfKey[key];
      if (kind === 'sum') return isRate(literal) ? 'rate' : 'amount';
      if (kind !== undefined) return kind;
    }
    indent = Math.min(indent, indentOf(whole));
  }
  return 'threshold';
}

function literalParameters(
  measure: Measure,
  literals: readonly NumericLiteral[],
  text: string,
): readonly Parameter[] {
  const lines = text.split('\n');
  const numbers = new Map<LiteralKind, number>();
  return literals
    .filter((literal) => literal.measure === measure.name)
    .map((literal) => {
      const kind = kindOf(literal, lines);
      const number = (numbers.get(kind) ?? 0) + 1;
      numbers.set(kind, number);
      const line = lines[literal.span.start.line - 1] ?? '';
      const lead = /^\s*(?:-\s+)?/.exec(line)?.[0].length ?? 0;
      const words = kindWords[kind];
      return {
        id: `${kind}-${number}`,
        kind,
        value: literal.text,
        words: line.slice(lead).trimEnd(),
        start: literal.span.start.column - 1 - lead,
        label: { zh: `${words.zh} ${literal.text}`, en: `${words.en} ${literal.text}` },
        range: rangeOf(literal),
        target: { kind: 'literal', literal },
      };
    });
}

function otherParameters(measure: Measure, document: PolicyDocument): readonly Parameter[] {
  const { from, until } = measure.validity;
  const plain = { start: undefined, range: undefined };
  const { validity, stacking } = kindWords;
  return [
    {
      ...plain,
      id: 'from',
      kind: 'validity',
      value: from.toString(),
      words: '施行',
      label: { zh: '施行', en: `${validity.en} from` },
      target: { kind: 'validity', end: 'from' },
    },
    {
      ...plain,
      id: 'until',
      kind: 'validity',
      value: until?.toString() ?? noEnd,
      words: '有效期至',
      label: { zh: '有效期至', en: `${validity.en} until` },
      target: { kind: 'validity', end: 'until' },
    },
    {
      ...plain,
      id: 'stacking',
      kind: 'stacking',
      value: stackingWords[document.stacking],
      words: '叠加',
      label: stacking,
      target: { kind: 'stacking', rule: document.stacking },
    },
  ];
}

/**
 * Everything of the measures of a document that can be turned: every number of their rules, their days in force, and the stacking rule of
 * the document (which is that of all its measures). By measure id. `text` is the policy file that the document was read from.
 */
export function parametersOf(
  document: PolicyDocument,
  measures: readonly Measure[],
  text: string,
): ReadonlyMap<string, readonly Parameter[]> {
  const literals = numericLiterals(text, document.file);
  return new Map(
    measures.map((measure) => [
      measure.id,
      [...literalParameters(measure, literals, text), ...otherParameters(measure, document)],
    ]),
  );
}
