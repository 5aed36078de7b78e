import { parseQuantity } from '@luodi/kernel';
import type { Span, Unit } from '@luodi/kernel';
import { Reporter } from '../diagnostic/reporter.ts';
import { quantityPlaces } from '../expression/parse-text.ts';
import { wordKeys } from '../policy/measure-keys.ts';
import { offsetsIn } from '../read/data-node.ts';
import type { DataNode, ScalarNode } from '../read/data-node.ts';
import { readPolicyMarkdown } from '../read/policy-markdown.ts';
import { SourceFile } from '../read/source-file.ts';
import { readYaml } from '../read/yaml-data.ts';

/** A number written in a rule of a policy file. */
export interface NumericLiteral {
  /** The name of the measure that it belongs to. */
  readonly measure: string;
  /** The whole literal, e.g. `200万元`. */
  readonly text: string;
  readonly span: Span;
  /** The digits alone, e.g. `200`. */
  readonly digits: string;
  readonly digitsSpan: Span;
  /** `undefined` for a bare number. */
  readonly unit: Unit | undefined;
}

function inScalar(node: ScalarNode, measure: string): NumericLiteral[] {
  const offset = offsetsIn(node);
  return quantityPlaces(node.text).flatMap(({ start, end }) => {
    const text = node.text.slice(start, end);
    const digits = /^[\d０-９,，]*(?:[.．][\d０-９]+)?/.exec(text)?.[0] ?? '';
    const quantity = parseQuantity(text);
    if (typeof quantity === 'string') return [];
    const span = (from: number, to: number) => node.file.span(offset(from), offset(to - 1) + 1);
    return [
      {
        measure,
        text,
        span: span(start, end),
        digits,
        digitsSpan: span(start, start + digits.length),
        unit: quantity.unit.symbol === '' ? undefined : quantity.unit,
      },
    ];
  });
}

function inNode(node: DataNode, measure: string): NumericLiteral[] {
  switch (node.kind) {
    case 'scalar':
      return inScalar(node, measure);
    case 'list':
      return node.items.flatMap((item) => inNode(item, measure));
    case 'mapping':
      return node.entries.flatMap(({ key, value }) =>
        wordKeys.has(key.text) ? [] : inNode(value, measure),
      );
  }
}

/**
 * Every number of the rules (政策 blocks) of a policy file, in the order written, with its place and unit: what a
 * mutation tool changes one at a time. Dates and the shares of payers are not among them.
 */
export function numericLiterals(text: string, path = ''): readonly NumericLiteral[] {
  const reporter = new Reporter();
  const file = new SourceFile(path, text);
  const blocks = readPolicyMarkdown(file, reporter)
    .clauses.flatMap((clause) => clause.passages)
    .flatMap((passage) => passage.blocks)
    .filter((block) => block.keyword === '政策');
  return blocks.flatMap((block) => {
    const node = readYaml(file, block.bodyStart, block.bodyEnd, reporter);
    if (node?.kind !== 'mapping') return [];
    return node.entries.flatMap(({ key, value }) => inNode(value, key.text));
  });
}
