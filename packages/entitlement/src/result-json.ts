import { referenceId, sayReference } from '@luodi/evaluation';
import type {
  AmountAnswer,
  FactReference,
  FailedCondition,
  Gap,
  MeasureAnswer,
  Status,
  TraceStep,
} from '@luodi/evaluation';
import type { Measure, PolicyDocument, SourceLines, Vocabulary } from '@luodi/language';
import type { Json } from './json-text.ts';

/** `file:384` or `file:382-384`. */
export function sourceText({ file, from, to }: SourceLines): string {
  return from === to ? `${file}:${from}` : `${file}:${from}-${to}`;
}

function amountJson(amount: AmountAnswer, status: Status): Json {
  const { zh, en } = amount.formula;
  const money = amount.kind !== 'none' && amount.kind !== 'by_reference';
  const common = {
    formula: zh,
    formulaEn: en,
    lowerFen: amount.lowerFen,
    upperFen: amount.upperFen,
  };
  if (status === 'undetermined' && money)
    return { kind: 'at_most', fen: amount.upperFen, ...common };
  return { kind: amount.kind, fen: amount.fen, ...common };
}

function gapJson(gap: Gap, vocabulary: Vocabulary): Json {
  return {
    fact: referenceId(gap.fact, vocabulary),
    by: gap.by.zh,
    byEn: gap.by.en,
    limit: gap.limit.zh,
    limitEn: gap.limit.en,
    direction: gap.direction,
  };
}

function failedJson(failed: FailedCondition, vocabulary: Vocabulary): Json {
  return {
    kind: failed.kind,
    text: failed.text,
    because: failed.because.zh,
    becauseEn: failed.because.en,
    facts: idsOf(failed.facts, vocabulary),
    gaps: failed.gaps.map((gap) => gapJson(gap, vocabulary)),
  };
}

function idsOf(references: readonly FactReference[], vocabulary: Vocabulary): readonly string[] {
  return references.map((reference) => referenceId(reference, vocabulary));
}

function stepJson(step: TraceStep, vocabulary: Vocabulary): Json {
  return {
    kind: step.kind,
    text: step.text,
    says: step.says.zh,
    saysEn: step.says.en,
    outcome: step.outcome,
    facts: idsOf(step.facts, vocabulary),
    children: step.children.map((child) => stepJson(child, vocabulary)),
  };
}

function itemsJson({ items }: MeasureAnswer, vocabulary: Vocabulary): Json {
  return items.map(({ label, answer }) => ({
    label,
    status: answer.status,
    amount: amountJson(answer.amount, answer.status),
    failed: answer.failed.map((failed) => failedJson(failed, vocabulary)),
    missing: idsOf(answer.missing, vocabulary),
  }));
}

/** What of a measure is the same in every answer, made once. */
interface StandingParts {
  readonly validity: Json;
  readonly window: Json | undefined;
  readonly openReadings: Json;
  readonly source: string;
}

const standing = new WeakMap<Measure, StandingParts>();

function standingParts(measure: Measure): StandingParts {
  const known = standing.get(measure);
  if (known !== undefined) return known;
  const { validity, window, openReadings, quote } = measure;
  const parts: StandingParts = {
    validity: { from: validity.from.toString(), until: validity.until?.toString() ?? null },
    window: window && { opens: window.opens.toString(), closes: window.closes.toString() },
    openReadings: openReadings.map(({ words, reading, reason }) => ({ words, reading, reason })),
    source: sourceText(quote.source),
  };
  standing.set(measure, parts);
  return parts;
}

/** How much of an answer is printed. The trace, every step in two languages, is most of it. */
export interface ResultParts {
  readonly trace: boolean;
}

/** Printed answers: an evaluator gives the same one to everybody whose facts do not touch the rule. */
const printed = {
  withTrace: new WeakMap<MeasureAnswer, Json>(),
  withoutTrace: new WeakMap<MeasureAnswer, Json>(),
};

/** One answer as the command line prints it; see `toMatchJson`. */
export function resultJson(
  answer: MeasureAnswer,
  document: PolicyDocument | undefined,
  vocabulary: Vocabulary,
  { trace }: ResultParts = { trace: true },
): Json {
  const kept = trace ? printed.withTrace : printed.withoutTrace;
  const known = kept.get(answer);
  if (known !== undefined) return known;
  const json = answerJson(answer, document, vocabulary, trace);
  kept.set(answer, json);
  return json;
}

function answerJson(
  answer: MeasureAnswer,
  document: PolicyDocument | undefined,
  vocabulary: Vocabulary,
  trace: boolean,
): Json {
  const { measure } = answer;
  const missing = answer.missing.map((reference) => sayReference(reference, vocabulary));
  const parts = standingParts(measure);
  return {
    measure: measure.id,
    label: measure.name,
    labelEn: measure.nameEn,
    summaryEn: measure.summaryEn,
    document: document?.id ?? null,
    documentTitle: document?.title ?? null,
    documentTitleEn: document?.titleEn ?? null,
    clause: measure.clause,
    kind: measure.kind,
    matter: measure.matter,
    subject: measure.subject,
    status: answer.status,
    amount: amountJson(answer.amount, answer.status),
    failed: answer.failed.map((failed) => failedJson(failed, vocabulary)),
    missing: idsOf(answer.missing, vocabulary),
    missingLabels: missing.map(({ zh }) => zh),
    missingLabelsEn: missing.map(({ en }) => en),
    assumptions: answer.assumptions.map(({ zh }) => zh),
    assumptionsEn: answer.assumptions.map(({ en }) => en),
    used: idsOf(answer.used, vocabulary),
    items: itemsJson(answer, vocabulary),
    departments: measure.departments,
    papers: measure.papers,
    channel: measure.channel ?? null,
    validity: parts.validity,
    window: parts.window,
    openReadings: parts.openReadings,
    quote: measure.quote.text,
    source: parts.source,
    trace: trace ? answer.trace.map((step) => stepJson(step, vocabulary)) : undefined,
  };
}
