import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Evaluator, MeasureAnswer } from '@luodi/evaluation';
import { Temporal } from '@luodi/kernel';
import { canonicalJson } from '@luodi/platform';
import { amountOf, answerCase, answerData } from './domain/decision.ts';

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

/** Whether an answer gives the sum that a decision states: nothing where it does not entitle. */
function isSumOf({ amountFen, amountBy }: DecisionRecord, answer: MeasureAnswer): boolean {
  const stated = BigInt(amountFen);
  if (answer.status !== 'entitled') return stated === 0n;
  const amount = amountOf(answer, amountBy === 'body' ? stated : undefined);
  return amount.ok && amount.value.fen === stated;
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
  const parts = differingParts(record.answer, answerData(evaluator, answered.value));
  const sameAmount = isSumOf(record, answered.value);
  const all = sameAmount ? parts : [...parts, 'amountFen'];
  return all.length === 0 ? { kind: 'confirmed' } : { kind: 'differs', parts: all };
}
