import { fail, ok } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import type { PopulationTables } from '../compile/index.ts';
import { enterpriseTable } from '../population/columns.ts';
import { isMoneyMeasure, rulesFor } from '../run/rules.ts';
import type { RunRules } from '../run/rules.ts';
import type { RunFault } from '../run/run-fault.ts';
import { stackingPlan } from '../run/stacking-plan.ts';
import type { StackingPlan } from '../run/stacking-plan.ts';
import { summarise } from '../run/summary.ts';
import type { RunSummary } from '../run/summary.ts';
import { noSums } from '../run/tally.ts';
import type { RuleTally } from '../run/tally.ts';
import { cancelled, otherRun, shardStopped } from './cluster-fault.ts';
import { partsOf } from './parts.ts';
import type { Part } from './parts.ts';
import { prepareShard, runParts } from './run-shard.ts';
import type { RunLabel } from './run-shard.ts';
import { ShardFailure, Shard } from './shard.ts';
import { clusterPopulation } from './shard-population.ts';
import { attributeTallies, ruleTallies } from './shard-tallies.ts';
import { leftToEvaluatorQuery } from './weigh-in-sql.ts';

/** How far a shard is. */
export interface ClusterProgress {
  /** The address of the shard. */
  readonly shard: string;
  /** Parts done on it, of so many. */
  readonly done: number;
  readonly parts: number;
}

export interface ClusterOptions {
  readonly content: Content;
  readonly date: PlainDate;
  /** An address (`http://user:password@host:8123/database`) for each shard; the rows of one enterprise are on one shard. */
  readonly addresses: readonly string[];
  /** Removes what a run of other rules or of another date left; without it such a run is a fault. */
  readonly replace?: boolean;
  readonly onProgress?: (progress: ClusterProgress) => void;
  readonly signal?: AbortSignal;
}

/** What a run over a cluster comes to. Rows stay on the shards: `luodi_result`, `luodi_counted`. */
export interface ClusterSummary extends RunSummary {
  readonly shards: readonly { readonly shard: string; readonly applicants: number }[];
  /** Combinations that only a search finds: they are in no sum of what counts. */
  readonly leftToEvaluator: number;
}

/** The rules of a run as each shard runs them. */
interface Work {
  readonly rules: RunRules;
  readonly plan: StackingPlan;
  readonly population: PopulationTables;
  readonly parts: readonly Part[];
  readonly label: RunLabel;
}

async function prepare(
  shards: readonly Shard[],
  options: ClusterOptions,
): Promise<Result<Work, RunFault>> {
  const { content, date } = options;
  const population = await clusterPopulation(shards, content.vocabulary);
  if (!population.ok) return population;
  const rules = rulesFor(content, date, population.value);
  const money = rules.queries.map(({ measure }) => measure).filter(isMoneyMeasure);
  const plan = stackingPlan(money, content);
  const parts = partsOf(rules.queries, plan, content, population.value);
  const label = { contentVersion: content.version, date: date.toString() };
  for (const shard of shards) {
    const other = await prepareShard(shard, label, parts.length, options.replace === true);
    if (other !== undefined) return fail(otherRun(shard.name, other));
  }
  return ok({ rules, plan, population: population.value, parts, label });
}

/** Runs all shards at once. One that goes away does not stop the others: what they do is done for the next run too. */
async function runShards(
  shards: readonly Shard[],
  { parts, label }: Work,
  { onProgress, signal }: ClusterOptions,
): Promise<readonly RunFault[]> {
  const ended = await Promise.all(
    shards.map(async (shard): Promise<RunFault | undefined> => {
      let done = 0;
      try {
        await runParts(shard, parts, label, signal, (count) => {
          done = count;
          onProgress?.({ shard: shard.name, done: count, parts: parts.length });
        });
        return undefined;
      } catch (error) {
        if (signal?.aborted === true) return undefined;
        if (!(error instanceof ShardFailure)) throw error;
        return shardStopped(error, done, parts.length);
      }
    }),
  );
  return ended.filter((fault) => fault !== undefined);
}

/** Those that no row speaks of are not entitled. */
function withNotEntitled(
  { rules }: Work,
  found: readonly RuleTally[],
  applicants: number,
): readonly RuleTally[] {
  const answered = new Map<string, number>();
  for (const { measure, count } of found)
    answered.set(measure, (answered.get(measure) ?? 0) + count);
  const denied = rules.queries.map(({ measure }) => ({
    ...noSums,
    measure: measure.id,
    status: 'not_entitled',
    count: applicants - (answered.get(measure.id) ?? 0),
  }));
  return [...found, ...denied];
}

async function numberFrom(shard: Shard, query: string): Promise<number> {
  const [[number] = []] = await shard.rows(query);
  return Number(number);
}

async function pullSummary(
  shards: readonly Shard[],
  work: Work,
  { content, date }: ClusterOptions,
): Promise<ClusterSummary> {
  const pulled = await Promise.all(
    shards.map(async (shard) => ({
      shard: shard.name,
      applicants: await numberFrom(shard, `SELECT count() FROM ${enterpriseTable}`),
      left: await numberFrom(shard, leftToEvaluatorQuery(work.plan)),
      tallies: await ruleTallies(shard),
      attributes: await attributeTallies(shard, work.population),
    })),
  );
  const applicants = pulled.reduce((sum, each) => sum + each.applicants, 0);
  const tallies = withNotEntitled(
    work,
    pulled.flatMap((each) => each.tallies),
    applicants,
  );
  const attributes = pulled.flatMap((each) => each.attributes);
  const run = { date: date.toString(), applicants, searched: 0, payments: null, names: undefined };
  return {
    ...summarise(tallies, attributes, work.rules, content, run),
    shards: pulled.map((each) => ({ shard: each.shard, applicants: each.applicants })),
    leftToEvaluator: pulled.reduce((sum, each) => sum + each.left, 0),
  };
}

async function runOn(
  shards: readonly Shard[],
  options: ClusterOptions,
): Promise<Result<ClusterSummary, readonly RunFault[]>> {
  const work = await prepare(shards, options);
  if (!work.ok) return fail([work.error]);
  const faults = await runShards(shards, work.value, options);
  if (options.signal?.aborted === true) return fail([cancelled]);
  if (faults.length > 0) return fail(faults);
  return ok(await pullSummary(shards, work.value, options));
}

/**
 * Answers all rules in force for the enterprises on the shards of a ClickHouse cluster. Each shard runs the same SQL on its own rows; results
 * stay there, summaries are pulled. What is done is recorded part by part, so that the same call goes on where a run was stopped, and counts
 * nothing twice. Faults name the shard, what is done and how to go on.
 */
export async function runOnCluster(
  options: ClusterOptions,
): Promise<Result<ClusterSummary, readonly RunFault[]>> {
  const shards: Shard[] = [];
  try {
    for (const address of options.addresses) shards.push(await Shard.open(address));
    return await runOn(shards, options);
  } catch (error) {
    if (options.signal?.aborted === true) return fail([cancelled]);
    if (!(error instanceof ShardFailure)) throw error;
    return fail([shardStopped(error, undefined, 0)]);
  } finally {
    await Promise.all(shards.map((shard) => shard.close()));
  }
}
