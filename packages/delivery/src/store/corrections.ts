import { sql } from 'kysely';
import type { Selectable, Transaction } from 'kysely';
import type { CorrectionKind, Schema } from '@luodi/platform';
import { z } from 'zod';

/** What followed from a decision that came out otherwise. Sums are 分. */
export interface Correction {
  readonly id: string;
  readonly case: string;
  readonly decision: string;
  readonly kind: CorrectionKind;
  readonly successor: string | undefined;
  /** The case that pays an additional sum. */
  readonly supplementCase: string | undefined;
  readonly recoveries: readonly string[];
  readonly fen: bigint;
  readonly grantedFen: bigint;
  readonly reason: string;
  readonly clause: string;
  readonly at: Date;
}

/** A correction with what only the record of it keeps. */
export interface NewCorrection extends Correction {
  readonly finding: string;
  readonly basis: unknown;
  readonly decidedBy: string;
}

export async function insertCorrection(
  transaction: Transaction<Schema>,
  correction: NewCorrection,
): Promise<void> {
  await transaction
    .insertInto('correction')
    .values({
      id: correction.id,
      delivery_case: correction.case,
      decision: correction.decision,
      finding: correction.finding,
      basis: JSON.stringify(correction.basis),
      kind: correction.kind,
      successor: correction.successor ?? null,
      supplement_case: correction.supplementCase ?? null,
      recoveries: JSON.stringify(correction.recoveries),
      fen: correction.fen,
      granted_fen: correction.grantedFen,
      reason: correction.reason,
      clause: correction.clause,
      at: correction.at,
      decided_by: correction.decidedBy,
    })
    .execute();
}

/** How many corrections a case has, and how many decisions: the numbers of the next ones follow. */
export async function countOf(
  transaction: Transaction<Schema>,
  deliveryCase: string,
): Promise<{ readonly corrections: number; readonly decisions: number }> {
  const { rows } = await sql<{ corrections: bigint; decisions: bigint }>`
    select (select count(*) from correction where delivery_case = ${deliveryCase}) as corrections,
      (select count(*) from decision where delivery_case = ${deliveryCase}) as decisions`.execute(
    transaction,
  );
  const [counts] = rows;
  return {
    corrections: Number(counts?.corrections ?? 0n),
    decisions: Number(counts?.decisions ?? 0n),
  };
}

/** That a decision stands although it would come out otherwise: why, since when. */
export interface UpheldFinding {
  readonly reason: string;
  readonly at: Date;
}

/** By the hash of the finding. */
export async function upheldFindings(
  transaction: Transaction<Schema>,
  decisions: readonly string[],
): Promise<ReadonlyMap<string, UpheldFinding>> {
  if (decisions.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('correction')
    .select(['finding', 'reason', 'at'])
    .where('decision', 'in', [...decisions])
    .where('kind', '=', 'upheld')
    .execute();
  return new Map(rows.map(({ finding, reason, at }) => [finding, { reason, at }]));
}

const recoveryIds = z.array(z.string());

type Row = Selectable<Schema['correction']>;

function correctionOf(row: Row): Correction {
  return {
    id: row.id,
    case: row.delivery_case,
    decision: row.decision,
    kind: row.kind,
    successor: row.successor ?? undefined,
    supplementCase: row.supplement_case ?? undefined,
    recoveries: recoveryIds.parse(row.recoveries),
    fen: row.fen,
    grantedFen: row.granted_fen,
    reason: row.reason,
    clause: row.clause,
    at: row.at,
  };
}

/** The corrections that a case had, and the one that it pays the additional sum of, the latest first. */
export async function correctionsOfCase(
  transaction: Transaction<Schema>,
  id: string,
): Promise<readonly Correction[]> {
  const rows = await transaction
    .selectFrom('correction')
    .selectAll()
    .where((where) =>
      where.or([where('delivery_case', '=', id), where('supplement_case', '=', id)]),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(correctionOf);
}

/** A correction in a list. */
export interface ListedCorrection extends Correction {
  readonly programme: string;
  readonly enterprise: string;
  readonly enterpriseName: string;
}

/** The corrections of a programme, the latest first. */
export async function correctionsOf(
  transaction: Transaction<Schema>,
  programme: string,
  most: number,
): Promise<readonly ListedCorrection[]> {
  const rows = await transaction
    .selectFrom('correction as x')
    .innerJoin('delivery_case as c', 'c.id', 'x.delivery_case')
    .innerJoin('organisation as o', 'o.id', 'c.enterprise')
    .selectAll('x')
    .select(['c.programme', 'c.enterprise', 'o.name as enterprise_name'])
    .where('c.programme', '=', programme)
    .orderBy('x.at', 'desc')
    .orderBy('x.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    ...correctionOf(row),
    programme: row.programme,
    enterprise: row.enterprise,
    enterpriseName: row.enterprise_name,
  }));
}
