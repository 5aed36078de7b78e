import { readGrant } from '../../resolve/read-expression.ts';
import type { ExpressionContext } from '../../resolve/read-expression.ts';
import type { DataNode } from '../../read/data-node.ts';
import type { Amount } from '../../tree/index.ts';
import type { AmountReader } from './amount-context.ts';

/** The value of 给, wherever it may stand. */
export function grantAmount(node: DataNode, context: ExpressionContext): Amount | undefined {
  const grant = readGrant(node, context);
  if (grant?.kind === 'by_reference') return { kind: 'by_reference', rule: grant.words };
  if (grant?.kind === 'decision') return { kind: 'decision', decision: grant.words };
  return grant;
}

export const readGrantForm: AmountReader = (keyed, context) => {
  const node = keyed.value('给');
  return node === undefined ? undefined : grantAmount(node, context);
};
