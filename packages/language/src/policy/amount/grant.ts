import { readGrant } from '../../resolve/read-expression.ts';
import type { DataNode } from '../../read/data-node.ts';
import type { Amount } from '../../tree/index.ts';
import type { AmountContext, AmountReader } from './amount-context.ts';

/** The value of 给, wherever it may stand. */
export function grantAmount(node: DataNode, context: AmountContext): Amount | undefined {
  const grant = readGrant(node, context);
  if (grant?.kind === 'by_reference')
    return { kind: 'by_reference', rule: grant.words, ruleEn: context.english(grant.words) };
  if (grant?.kind === 'decision')
    return { kind: 'decision', decision: grant.words, decisionEn: context.english(grant.words) };
  return grant;
}

export const readGrantForm: AmountReader = (keyed, context) => {
  const node = keyed.value('给');
  return node === undefined ? undefined : grantAmount(node, context);
};
