import { spanOf } from '../../read/data-node.ts';
import type { DataNode } from '../../read/data-node.ts';
import type { Keyed } from '../../read/keyed.ts';
import { readCondition } from '../../resolve/read-expression.ts';
import type { Arm } from '../../tree/index.ts';
import type { AmountContext, AmountReader } from './amount-context.ts';

function condition(
  keyed: Keyed,
  conditionRequired: boolean,
  context: AmountContext,
): Pick<Arm, 'when'> | undefined {
  const when = keyed.value('当');
  if (when !== undefined && keyed.has('否则')) {
    context.reporter.report('badValue', spanOf(keyed.node), '“当”和“否则”只能写一个');
    return undefined;
  }
  if (when !== undefined) {
    const expression = readCondition(when, context);
    return expression === undefined ? undefined : { when: expression };
  }
  if (keyed.has('否则')) return keyed.oneOf('否则', { 是: { when: undefined } });
  if (!conditionRequired) return { when: undefined };
  keyed.missing('当', '依次的一档');
  return undefined;
}

function readArm(
  node: DataNode,
  conditionRequired: boolean,
  context: AmountContext,
): Arm | undefined {
  const read = context.nested(node, conditionRequired ? ['当', '否则'] : ['当']);
  if (read?.keyed === undefined) {
    if (conditionRequired && node.kind === 'scalar')
      context.reporter.report('wrongShape', spanOf(node), '这一档要写成“当: …”和“给: …”');
    else if (read?.amount !== undefined) return { when: undefined, amount: read.amount };
    return undefined;
  }
  const when = condition(read.keyed, conditionRequired, context);
  if (when === undefined || read.amount === undefined) return undefined;
  return { ...when, amount: read.amount };
}

function readArms(key: string, conditionRequired: boolean, keyed: Keyed, context: AmountContext) {
  const nodes = keyed.items(key);
  if (nodes.length === 0)
    context.reporter.report('amountForm', spanOf(keyed.node), `“${key}”下面没有任何一项`);
  const arms = nodes.flatMap((node) => readArm(node, conditionRequired, context) ?? []);
  return nodes.length > 0 && arms.length === nodes.length ? arms : undefined;
}

/** 依次: the first arm whose condition holds. */
export const readFirstOf: AmountReader = (keyed, context) => {
  const arms = readArms('依次', true, keyed, context);
  return arms === undefined ? undefined : { kind: 'first_of', arms };
};

/** 累加: every arm whose condition holds. */
export const readSum: AmountReader = (keyed, context) => {
  const parts = readArms('累加', false, keyed, context);
  return parts === undefined ? undefined : { kind: 'sum', parts };
};
