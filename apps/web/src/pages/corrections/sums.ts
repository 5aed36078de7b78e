import type { ChangedDecisionJson } from '@luodi/server/contract';

/** What is to be done about decisions. */
export type Acted = 'recovery' | 'reduction' | 'supplement' | 'increase';

/** What can be acted upon: the money can follow, and it was not said that the decision stands. */
export function actedAs({ consequence, upheld }: ChangedDecisionJson): Acted | undefined {
  if (upheld !== null || consequence === 'none' || consequence === 'wait') return undefined;
  return consequence;
}

/** By how much a sum moves (分), what a body sets included. */
function movedFen(
  { differenceFen, change, decision }: ChangedDecisionJson,
  added: ReadonlyMap<string, bigint>,
): bigint {
  if (change === 'room') return added.get(decision) ?? 0n;
  const fen = BigInt(differenceFen ?? '0');
  return fen < 0n ? -fen : fen;
}

export function sumOf(
  rows: readonly ChangedDecisionJson[],
  added: ReadonlyMap<string, bigint> = new Map(),
): bigint {
  return rows.reduce((sum, row) => sum + movedFen(row, added), 0n);
}
