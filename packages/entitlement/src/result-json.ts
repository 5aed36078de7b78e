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
import type { PolicyDocument, SourceLines, Vocabulary } from '@luodi/language';
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

/** One answer as the command line prints it; see `toMatchJson`. */
export function resultJson(
  answer: MeasureAnswer,
  document: PolicyDocument | undefined,
  vocabulary: Vocabulary,
): Json {
  const { measure } = answer;
  const missing = answer.missing.map((reference) => sayReference(reference, vocabulary));
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
    validity: {
      from: measure.validity.from.toString(),
      until: measure.validity.until?.toString() ?? null,
    },
    window: measure.window && {
      opens: measure.window.opens.toString(),
      closes: measure.window.closes.toString(),
    },
    openReadings: measure.openReadings.map(({ words, reading, reason }) => ({
      words,
      reading,
      reason,
    })),
    quote: measure.quote.text,
    source: sourceText(measure.quote.source),
    trace: answer.trace.map((step) => stepJson(step, vocabulary)),
  };
}
