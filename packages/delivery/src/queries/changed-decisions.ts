import { createHash } from 'node:crypto';
import type { Evaluator, MeasureAnswer } from '@luodi/evaluation';
import { parseReferenceKey } from '@luodi/evaluation';
import { Temporal, dayOf } from '@luodi/kernel';
import { compareDocuments } from '@luodi/library';
import type { FieldChange } from '@luodi/library';
import { canonicalJson, readAs } from '@luodi/platform';
import type { Actor, Schema } from '@luodi/platform';
import type { Kysely, Transaction } from 'kysely';
import type { DeliveryContext } from '../context.ts';
import { changedFacts, correctedFacts } from '../domain/corrected-facts.ts';
import type { ChangedFact } from '../domain/corrected-facts.ts';
import { answerCase, answerData } from '../domain/decision.ts';
import { withKnownMatters } from '../domain/known-matters.ts';
import {
  consequenceOf,
  reachedNow,
  readRecorded,
  sumAfterRefusal,
  sumChange,
} from '../domain/reached-again.ts';
import type { Consequence, ReachedAnswer, SumChange } from '../domain/reached-again.ts';
import { factsAbout, tracedValues } from '../facts/index.ts';
import type { TracedValues } from '../facts/index.ts';
import type { UpheldFinding } from '../store/corrections.ts';
import { upheldFindings } from '../store/corrections.ts';
import { countStanding, standingDecisions } from '../store/standing-decisions.ts';
import type { DecisionScope, StandingDecision } from '../store/standing-decisions.ts';

/** Against what decisions are held: the facts held now, or another version of the rules. The law's day stays either way. */
export type CorrectionBasis =
  | { readonly kind: 'facts' }
  | { readonly kind: 'rules'; readonly version: string };

/** A decision that would come out otherwise. */
export interface ChangedDecision extends StandingDecision {
  readonly was: ReachedAnswer;
  readonly now: ReachedAnswer;
  readonly change: SumChange;
  /** What can follow; `wait`: the money is on its way to the bank. */
  readonly consequence: Consequence | 'wait';
  readonly facts: readonly ChangedFact[];
  /** The new answer, whole, with the facts and the rules that it rests on. */
  readonly reached: ReachedParts;
  /** The hash of all that was found: the same again is the same correction. */
  readonly finding: string;
  /** It was said of this very finding that the decision stands. */
  readonly upheld: UpheldFinding | undefined;
}

export interface ReachedParts {
  readonly contentVersion: string;
  /** The instant up to which facts were known. */
  readonly knownAt: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly answer: Readonly<Record<string, unknown>>;
  readonly evaluator: Evaluator;
}

/** What a decision is reached again with. */
export interface Reaching {
  readonly context: DeliveryContext;
  readonly basis: CorrectionBasis;
  readonly at: Date;
}

type Again =
  | { readonly kind: 'same' }
  /** These rules do not have the measure, or cannot read the facts. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'changed'; readonly changed: Omit<ChangedDecision, 'upheld'> };

/** Ids and names of the facts that either answer read. */
function factsRead(answer: MeasureAnswer, used: readonly string[], { content }: Evaluator) {
  const { facts, entities } = content.vocabulary;
  const names = [...answer.used, ...answer.missing].map(({ name }) => name);
  const ids = names.map((name) => facts.get(name)?.id ?? entities.get(name)?.id ?? name);
  return new Set([...ids, ...used.map((key) => parseReferenceKey(key)?.inner ?? key)]);
}

function correctedFor(
  { record, answers, decidedAt }: StandingDecision,
  values: TracedValues,
  evaluator: Evaluator,
  { context, basis }: Reaching,
) {
  if (basis.kind === 'rules')
    return { facts: withKnownMatters(record.facts, evaluator.content), changes: [] };
  const { vocabulary } = evaluator.content;
  const { sources } = context;
  const knowledge = { knownAt: decidedAt, knownOn: dayOf(decidedAt).toString() };
  const held = factsAbout(record.enterprise, values, knowledge, { vocabulary, sources });
  const facts = correctedFacts(record.facts, answers, held, sources, vocabulary);
  return { facts, changes: changedFacts(record.facts, facts, held.held) };
}

/** Reaches one decision again. Nothing is stored. */
export async function reachAgain(
  decision: StandingDecision,
  values: TracedValues,
  reaching: Reaching,
  through: Kysely<Schema>,
): Promise<Again> {
  const { record, granted, proportion, standing } = decision;
  const { basis, context, at } = reaching;
  const version = basis.kind === 'rules' ? basis.version : record.contentVersion;
  if (basis.kind === 'rules' && version === record.contentVersion) return { kind: 'same' };
  const evaluator = await context.rulesOf(version, through);
  const { facts, changes } = correctedFor(decision, values, evaluator, reaching);
  if (basis.kind === 'facts' && changes.length === 0) return { kind: 'same' };
  if (!evaluator.content.measures.has(record.measure)) return { kind: 'unreachable' };
  const lawDate = Temporal.PlainDate.from(record.lawDate);
  const answered = answerCase(evaluator, record.measure, facts, lawDate);
  if (!answered.ok) return { kind: 'unreachable' };
  const { used, ...was } = readRecorded(record.answer);
  const now = reachedNow(answered.value);
  const read = factsRead(answered.value, used, evaluator);
  const readChanges = changes.filter(({ fact }) =>
    read.has(parseReferenceKey(fact)?.inner ?? fact),
  );
  const refused = record.refusal !== undefined;
  // What a body found against the rule's answer stays its finding, unless facts that the rule reads turn out otherwise.
  if (refused && was.status === 'entitled' && readChanges.length === 0) return { kind: 'same' };
  const change = refused ? sumAfterRefusal(now, proportion) : sumChange(was, now, granted);
  if (change.kind === 'same' && (refused || was.status === now.status)) return { kind: 'same' };
  const answer = answerData(evaluator, answered.value);
  const finding = canonicalJson([record.hash, version, facts, answer]);
  const knownAt = basis.kind === 'facts' ? at.toISOString() : record.knownAt;
  const changed = {
    ...decision,
    was,
    now,
    change,
    consequence: consequenceOf(change, standing),
    facts: readChanges,
    reached: { contentVersion: version, knownAt, facts, answer, evaluator },
    finding: createHash('sha256').update(finding, 'utf8').digest('hex'),
  };
  return { kind: 'changed', changed };
}

/** Values that decisions are held against; by other rules they keep their own. */
export async function valuesFor(
  transaction: Transaction<Schema>,
  decisions: readonly StandingDecision[],
  { basis, at }: Reaching,
): Promise<TracedValues> {
  const enterprises = [...new Set(decisions.map(({ record }) => record.enterprise))];
  return basis.kind === 'facts' ? tracedValues(transaction, enterprises, at) : new Map();
}

/** A stretch of the decisions looked through. */
export interface ChangedPage {
  readonly looked: number;
  readonly total: number;
  /** Decisions that these rules cannot reach: the measure is gone, or they read the facts otherwise. */
  readonly unreachable: readonly string[];
  readonly changed: readonly ChangedDecision[];
  /** Where the next page begins; `undefined`: all are looked through. */
  readonly next: string | undefined;
}

const atOnce = 200;

/**
 * Reaches the next decisions again and lists those that come out otherwise. Nothing is stored by looking; however many there are, a
 * page is all that stands in memory.
 *
 * @param after The id after which to go on; empty at the beginning.
 */
export async function changedDecisions(
  reaching: Reaching,
  actor: Actor,
  scope: DecisionScope,
  after = '',
): Promise<ChangedPage> {
  const { queries } = reaching.context;
  const { decisions, values, total, upheld } = await readAs(queries, actor, async (transaction) => {
    const page = await standingDecisions(transaction, scope, after, atOnce);
    const ids = page.map(({ record }) => record.id);
    return {
      decisions: page,
      values: await valuesFor(transaction, page, reaching),
      total: await countStanding(transaction, scope),
      upheld: await upheldFindings(transaction, ids),
    };
  });
  const changed: ChangedDecision[] = [];
  const unreachable: string[] = [];
  for (const decision of decisions) {
    const again = await reachAgain(decision, values, reaching, reaching.context.queries);
    if (again.kind === 'unreachable') unreachable.push(decision.record.id);
    if (again.kind === 'changed')
      changed.push({ ...again.changed, upheld: upheld.get(again.changed.finding) });
  }
  const next = decisions.length < atOnce ? undefined : decisions.at(-1)?.record.id;
  return { looked: decisions.length, total, unreachable, changed, next };
}

/** All decisions that come out otherwise, page by page. */
export async function* everyChangedDecision(
  reaching: Reaching,
  actor: Actor,
  scope: DecisionScope,
): AsyncGenerator<ChangedPage> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: ChangedPage = await changedDecisions(reaching, actor, scope, after);
    yield page;
    after = page.next;
  }
}

/** In which fields a measure reads otherwise in another version; `undefined`: that version does not have it. */
export async function changedRule(
  { queries, rulesOf }: DeliveryContext,
  measure: string,
  versions: { readonly earlier: string; readonly later: string },
): Promise<readonly FieldChange[] | undefined> {
  const earlier = await rulesOf(versions.earlier, queries);
  const later = await rulesOf(versions.later, queries);
  const [was, now] = [earlier, later].map(({ content }) => content.documentOf.get(measure));
  const name = earlier.content.measures.get(measure)?.name;
  if (was === undefined || now === undefined || !later.content.measures.has(measure))
    return undefined;
  const { header, entries } = compareDocuments(was, now);
  const own = entries.filter((entry) => entry.kind === 'measures' && entry.name === name);
  return [...header, ...own.flatMap(({ fields }) => fields)];
}
