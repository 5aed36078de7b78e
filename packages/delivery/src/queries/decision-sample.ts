import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import { isDatabaseAway, readAs } from '@luodi/platform';
import type { Actor, Schema } from '@luodi/platform';
import type { DeliveryContext } from '../context.ts';
import { verifyDecision } from '../sealed-decision.ts';
import type { DecisionFinding, DecisionRecord } from '../sealed-decision.ts';
import { decisionOf, decisionRows } from '../store/decisions.ts';

/** Which decisions are drawn from, and how many. */
export interface SampleQuestion {
  /** Said before the draw: the same seed draws the same decisions. */
  readonly seed: string;
  readonly size: number;
  /** `undefined`: of all programmes. */
  readonly programme: string | undefined;
  /** Only sums (分) from here on. */
  readonly fromFen: bigint;
}

/** A decision that was drawn, and what reaching it again found. */
export interface SampledDecision {
  readonly record: DecisionRecord;
  readonly enterpriseName: string;
  readonly title: string;
  readonly titleEn: string;
  /** SHA-256 of `seed/id`: the smallest are drawn. */
  readonly rank: string;
  readonly finding: DecisionFinding;
}

export interface DecisionSample {
  /** How many decisions were drawn from. */
  readonly population: number;
  readonly drawn: readonly SampledDecision[];
}

function drawnFrom(transaction: Transaction<Schema>, { programme, fromFen }: SampleQuestion) {
  return decisionRows(transaction)
    .where('decision.amount_fen', '>=', fromFen)
    .$if(programme !== undefined, (rows) =>
      rows.where('delivery_case.programme', '=', programme ?? ''),
    );
}

async function draw(transaction: Transaction<Schema>, question: SampleQuestion) {
  const rank = sql<string>`encode(sha256(convert_to(${question.seed} || '/' || decision.id, 'UTF8')), 'hex')`;
  const rows = await drawnFrom(transaction, question)
    .innerJoin('organisation', 'organisation.id', 'delivery_case.enterprise')
    .innerJoin('programme', 'programme.id', 'delivery_case.programme')
    .select(['organisation.name as enterprise_name', 'programme.title', 'programme.title_en'])
    .select(rank.as('rank'))
    .orderBy('rank')
    .limit(question.size)
    .execute();
  const { rows: counted } = await sql<{ total: bigint }>`select count(*) as total
    from (${drawnFrom(transaction, question)}) population`.execute(transaction);
  return { rows, population: Number(counted[0]?.total ?? 0n) };
}

async function findingOf(
  { queries, rulesOf }: DeliveryContext,
  record: DecisionRecord,
): Promise<DecisionFinding> {
  const evaluator = await rulesOf(record.contentVersion, queries).catch((error: unknown) => {
    // Rules that cannot be asked for now are not other rules.
    if (isDatabaseAway(error)) throw error;
    return undefined;
  });
  return evaluator === undefined
    ? { kind: 'other_rules', wanted: record.contentVersion, given: '' }
    : verifyDecision(record, evaluator);
}

/** 抽查复算: draws decisions by a seed that anybody can repeat, and reaches each of them again. Nothing is stored. */
export async function sampleDecisions(
  context: DeliveryContext,
  actor: Actor,
  question: SampleQuestion,
): Promise<DecisionSample> {
  const { rows, population } = await readAs(context.queries, actor, (transaction) =>
    draw(transaction, question),
  );
  const drawn: SampledDecision[] = [];
  for (const row of rows) {
    const record = decisionOf(row);
    drawn.push({
      record,
      enterpriseName: row.enterprise_name,
      title: row.title,
      titleEn: row.title_en,
      rank: row.rank,
      finding: await findingOf(context, record),
    });
  }
  return { population, drawn };
}

/** A version of the rules that was served once. */
export interface KeptVersion {
  readonly version: string;
  readonly since: Date;
}

/** Every version of the rules that is kept, the latest first. */
export async function keptVersions(
  queries: Kysely<Schema>,
  actor: Actor,
): Promise<readonly KeptVersion[]> {
  return readAs(queries, actor, (transaction) =>
    transaction
      .selectFrom('content_version')
      .select(['version', 'loaded_at as since'])
      .orderBy('loaded_at', 'desc')
      .execute(),
  );
}
