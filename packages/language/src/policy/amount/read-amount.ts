import { spanOf } from '../../read/data-node.ts';
import type { DataNode } from '../../read/data-node.ts';
import { Keyed } from '../../read/keyed.ts';
import type { ExpressionContext } from '../../resolve/read-expression.ts';
import type { EnglishResults } from './english-results.ts';
import type { Amount } from '../../tree/index.ts';
import type { AmountContext, AmountForm, AmountReader } from './amount-context.ts';
import { readFirstOf, readSum } from './arms.ts';
import { readBands } from './bands.ts';
import { readGraded } from './graded.ts';
import { grantAmount, readGrantForm } from './grant.ts';
import { readHighest, readOneOf } from './highest.ts';
import { applyModifiers, modifierKeys } from './modifiers.ts';

const forms: Readonly<Record<AmountForm, AmountReader>> = {
  给: readGrantForm,
  依次: readFirstOf,
  按: readGraded,
  分段: readBands,
  就高: readHighest,
  择一: readOneOf,
  累加: readSum,
};

/** Every key that an amount may use. */
export const amountKeys: readonly string[] = [...Object.keys(forms), '档', ...modifierKeys];

function amountContext(context: ExpressionContext, english: EnglishResults): AmountContext {
  const amounts: AmountContext = {
    ...context,
    english: (words) => english.of(words),
    nested: (node, extra) => readNested(node, extra, amounts),
  };
  return amounts;
}

function readNested(node: DataNode, extra: readonly string[], context: AmountContext) {
  if (node.kind === 'scalar') return { keyed: undefined, amount: grantAmount(node, context) };
  if (node.kind === 'list') {
    context.reporter.report('wrongShape', spanOf(node), '这里要写一个数额，不是列表');
    return undefined;
  }
  const keyed = new Keyed(node, [...extra, ...amountKeys], '数额', context.reporter);
  return { keyed, amount: readForm(keyed, context) };
}

function readForm(keyed: Keyed, context: AmountContext): Amount | undefined {
  const written = Object.entries(forms).filter(([key]) => keyed.has(key));
  const [only] = written;
  if (only === undefined || written.length > 1) {
    const found =
      only === undefined ? '没有写数额' : `同时写了${written.map(([key]) => key).join('、')}`;
    const { file, start } = keyed.node;
    const line = file.text.indexOf('\n', start);
    const span = file.span(start, line < 0 ? keyed.node.end : Math.min(line, keyed.node.end));
    context.reporter.report('amountForm', span, found);
    return undefined;
  }
  const [key, read] = only;
  if (keyed.has('档') && key !== '按')
    context.reporter.report('amountForm', spanOf(keyed.node), '“档”要和“按”一起写');
  return applyModifiers(read(keyed, context), keyed, context);
}

/** Reads the amount written in a mapping: one form and its modifiers. `english` knows 英文结果. */
export function readAmount(
  keyed: Keyed,
  context: ExpressionContext,
  english: EnglishResults,
): Amount | undefined {
  return readForm(keyed, amountContext(context, english));
}
