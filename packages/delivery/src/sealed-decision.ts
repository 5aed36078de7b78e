import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Evaluator, MeasureAnswer } from '@luodi/evaluation';
import { Temporal } from '@luodi/kernel';
import { canonicalJson } from '@luodi/platform';
import { amountOf, answerCase, answerData } from './domain/decision.ts';

/**
 * Why nothing is granted. Each condition that is said to fail is named as the rule (or the round) words it, with what the facts say
 * of it: where they say that it holds, or nothing, the body found otherwise and answers for it with its reasons.
 */
const refusalSchema = z.strictObject({
  because: z.string(),
  /** The body that refused; empty where the rule's answer alone did. */
  by: z.string(),
  failed: z
    .array(
      z.strictObject({
        condition: z.string(),
        byFacts: z.enum(['holds', 'fails', 'unknown', 'not_of_rule']),
      }),
    )
    .min(1),
  /** The clause that sets the conditions: document and heading. */
  clause: z.string(),
});

export type DecisionRefusal = z.infer<typeof refusalSchema>;

/**
 * A decision with all that it rests on, as plain JSON data: who was to get what under which rules, by the facts known when, and
 * the whole reasoning. Sums are texts of 分. Anybody who has the rules of that version can reach it again.
 */
export const decisionSchema = z.strictObject({
  format: z.literal('luodi-decision-1'),
  id: z.string(),
  case: z.string(),
  programme: z.string(),
  enterprise: z.string(),
  measure: z.string(),
  contentVersion: z.string(),
  /** The day that the law applies to. */
  lawDate: z.iso.date(),
  /** The instant up to which facts were known. */
  knownAt: z.string(),
  facts: z.record(z.string(), z.unknown()),
  answer: z.record(z.string(), z.unknown()),
  amountFen: z.string().regex(/^\d+$/),
  /** Whether the rule gives the sum, or a body chose it within what the rule allows. */
  amountBy: z.enum(['rule', 'body']),
  /** The decision whose place this one takes. */
  corrects: z.string().optional(),
  /** Where it refuses; the sum is nothing then. */
  refusal: refusalSchema.optional(),
  hash: z.string(),
});

export type DecisionRecord = z.infer<typeof decisionSchema>;

function hashOf(record: Omit<DecisionRecord, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(record), 'utf8').digest('hex');
}

/** Seals a decision with the hash of all its parts. */
export function sealDecision(record: Omit<DecisionRecord, 'hash'>): DecisionRecord {
  return { ...record, hash: hashOf(record) };
}

/** What somebody refuses by: reasons, and the conditions that are said to fail. */
export interface RefusalWords {
  readonly because: string;
  readonly by: string;
  readonly failed: readonly string[];
}

/** A condition that fails in the rule's words; where the sum itself comes to nothing, how. */
export function conditionWords({ text, because }: MeasureAnswer['failed'][number]): string {
  return text === '' ? because.zh : text;
}

/** A refusal with the clause, and with what the facts say of each condition that it names. */
export function refusalOf(
  { content }: Evaluator,
  { measure, trace, failed: failing }: MeasureAnswer,
  { because, by, failed }: RefusalWords,
): DecisionRefusal {
  const document = content.documentOf.get(measure.id);
  const said = new Map<string, 'holds' | 'fails' | 'unknown'>();
  for (const { kind, text, outcome } of trace)
    if (kind === 'condition' || kind === 'exclusion' || kind === 'validity')
      said.set(text, outcome === 'value' ? 'unknown' : outcome);
  for (const failure of failing) said.set(conditionWords(failure), 'fails');
  return {
    because,
    by,
    failed: failed.map((condition) => ({
      condition,
      byFacts: said.get(condition) ?? 'not_of_rule',
    })),
    clause: `${document === undefined ? '' : document.title} ${measure.clause}`.trim(),
  };
}

/** What checking a decision finds. */
export type DecisionFinding =
  | { readonly kind: 'confirmed' }
  /** The record was changed after it was sealed. */
  | { readonly kind: 'altered' }
  /** These are not the rules that it was decided by. */
  | { readonly kind: 'other_rules'; readonly wanted: string; readonly given: string }
  /** The same facts and rules give another answer; `parts` names what differs. */
  | { readonly kind: 'differs'; readonly parts: readonly string[] };

function differingParts(
  recorded: Readonly<Record<string, unknown>>,
  computed: Readonly<Record<string, unknown>>,
): readonly string[] {
  const keys = new Set([...Object.keys(recorded), ...Object.keys(computed)]);
  return [...keys]
    .filter((key) => canonicalJson(recorded[key] ?? null) !== canonicalJson(computed[key] ?? null))
    .sort();
}

/** Whether an answer gives the sum that a decision states: nothing where it does not entitle, or a body refused. */
function isSumOf({ amountFen, amountBy, refusal }: DecisionRecord, answer: MeasureAnswer): boolean {
  const stated = BigInt(amountFen);
  if (refusal !== undefined) return stated === 0n;
  if (answer.status !== 'entitled') return stated === 0n;
  const amount = amountOf(answer, amountBy === 'body' ? stated : undefined);
  return amount.ok && amount.value.fen === stated;
}

/** Whether a refusal says of the conditions that it names what the facts say, and names their clause. */
function isRefusalOf({ refusal }: DecisionRecord, evaluator: Evaluator, answer: MeasureAnswer) {
  if (refusal === undefined) return true;
  const conditions = refusal.failed.map(({ condition }) => condition);
  const again = refusalOf(evaluator, answer, { ...refusal, failed: conditions });
  return canonicalJson(again) === canonicalJson(refusal);
}

/** Reaches a decision again from its facts, with the rules given, and compares. */
export function verifyDecision(record: DecisionRecord, evaluator: Evaluator): DecisionFinding {
  const { hash, ...rest } = record;
  if (hash !== hashOf(rest)) return { kind: 'altered' };
  const { version } = evaluator.content;
  if (version !== record.contentVersion)
    return { kind: 'other_rules', wanted: record.contentVersion, given: version };
  const lawDate = Temporal.PlainDate.from(record.lawDate);
  const answered = answerCase(evaluator, record.measure, record.facts, lawDate);
  if (!answered.ok) return { kind: 'differs', parts: ['facts'] };
  const all = [
    ...differingParts(record.answer, answerData(evaluator, answered.value)),
    ...(isSumOf(record, answered.value) ? [] : ['amountFen']),
    ...(isRefusalOf(record, evaluator, answered.value) ? [] : ['refusal']),
  ];
  return all.length === 0 ? { kind: 'confirmed' } : { kind: 'differs', parts: all };
}
