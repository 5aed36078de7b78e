import { shownValue } from '@luodi/delivery';
import type {
  ChangedDecision,
  ChangedFact,
  FactSources,
  InterestArising,
  ReachedAnswer,
} from '@luodi/delivery';
import { statusWords } from '@luodi/evaluation';
import { Temporal, formatMoneyEn, formatMoneyZh, rational } from '@luodi/kernel';
import type { ChangedDecisionJson, CorrectionInterestResponse } from '../contract/index.ts';
import { labelOf, sourceName } from '../facts/held-json.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

type FactJson = ChangedDecisionJson['facts'][number];

function reachedJson({ status, amount, failed }: ReachedAnswer): ChangedDecisionJson['was'] {
  return {
    status,
    kind: amount.kind,
    lowerFen: amount.lowerFen.toString(),
    upperFen: amount.upperFen?.toString() ?? null,
    formula: { zh: amount.formula, en: amount.formulaEn },
    failed: failed.map(({ text, because, becauseEn }) => ({
      text,
      because: { zh: because, en: becauseEn },
    })),
  };
}

function factJson(
  { fact, year, was, now, source, asOf }: ChangedFact,
  { reached }: ChangedDecision,
  sources: FactSources,
): FactJson {
  const { vocabulary } = reached.evaluator.content;
  const rules = { vocabulary, sources };
  const shown = (value: unknown): Words | null =>
    value === undefined ? null : { ...shownValue(value, fact, vocabulary) };
  return {
    fact,
    label: labelOf(rules, fact),
    year: year ?? null,
    was: shown(was),
    now: shown(now),
    source: source === undefined ? null : sourceName(rules, source),
    asOf: asOf ?? null,
  };
}

function factWords({ label, year, was, now, source }: FactJson): Words {
  const [zhYear, enYear] = year === null ? ['', ''] : [`（${year}年）`, ` (${year})`];
  const [zhFrom, enFrom] = source === null ? ['', ''] : [`，据${source.zh}`, `, by ${source.en}`];
  return {
    zh: `${label.zh}${zhYear}由“${was?.zh ?? '不知道'}”更正为“${now?.zh ?? '不知道'}”${zhFrom}`,
    en: `${label.en}${enYear} was “${was?.en ?? 'not known'}”, is “${now?.en ?? 'not known'}”${enFrom}`,
  };
}

function outcomeWords({
  now,
  failed,
}: {
  now: ReachedAnswer;
  failed: ReachedAnswer['failed'];
}): Words {
  if (now.status === 'entitled') return { zh: now.amount.formula, en: now.amount.formulaEn };
  const reasons = failed.map(({ because }) => because).join('；');
  const reasonsEn = failed.map(({ becauseEn }) => becauseEn).join('; ');
  const status = statusWords[now.status];
  return {
    zh: reasons === '' ? status.zh : `${status.zh}：${reasons}`,
    en: reasonsEn === '' ? status.en : `${status.en}: ${reasonsEn}`,
  };
}

function differenceOf({ change }: ChangedDecision): bigint | null {
  switch (change.kind) {
    case 'overpaid':
      return -change.fen;
    case 'underpaid':
      return change.fen;
    case 'same':
      return 0n;
    case 'room':
    case 'lower_ceiling':
    case 'undecided':
      return null;
  }
}

function sumWords({ change, granted }: ChangedDecision): Words {
  const before = rational(granted.grantedFen);
  const by = (fen: bigint): Words => ({
    zh: formatMoneyZh(rational(fen)),
    en: formatMoneyEn(rational(fen)),
  });
  switch (change.kind) {
    case 'overpaid':
    case 'underpaid': {
      const more = change.kind === 'overpaid';
      const { zh, en } = by(change.fen);
      return {
        zh: `原核定 ${formatMoneyZh(before)}，${more ? '多' : '少'} ${zh}`,
        en: `${formatMoneyEn(before)} was granted, ${en} too ${more ? 'much' : 'little'}`,
      };
    }
    case 'room': {
      const { zh, en } =
        change.upToFen === null ? { zh: '不限', en: 'any sum' } : by(change.upToFen);
      return { zh: `上限提高，最多可再加 ${zh}`, en: `the ceiling rose; up to ${en} may be added` };
    }
    case 'lower_ceiling': {
      const { zh, en } = by(change.upperFen);
      return {
        zh: `上限降为 ${zh}，原核定的金额仍在上限之内`,
        en: `the ceiling fell to ${en}; what was granted is still within it`,
      };
    }
    case 'same':
      return { zh: '金额不变', en: 'the sum stays' };
    case 'undecided':
      return { zh: '事实不足，还不能决定', en: 'facts lack; it cannot be decided yet' };
  }
}

function becauseOf(changed: ChangedDecision, facts: readonly FactJson[]): Words {
  const parts = [
    ...facts.map(factWords),
    outcomeWords({ now: changed.now, failed: changed.now.failed }),
    sumWords(changed),
  ];
  return {
    zh: `${parts.map(({ zh }) => zh).join('；')}。`,
    en: `${parts.map(({ en }) => en).join('; ')}.`,
  };
}

/** A decision that would come out otherwise, with the reason in words. */
export function changedDecisionJsonOf(
  changed: ChangedDecision,
  sources: FactSources,
): ChangedDecisionJson {
  const { record, change, upheld } = changed;
  const facts = changed.facts.map((fact) => factJson(fact, changed, sources));
  return {
    decision: record.id,
    case: record.case,
    enterprise: record.enterprise,
    enterpriseName: changed.enterpriseName,
    district: changed.district,
    lawDate: record.lawDate,
    knownAt: record.knownAt,
    standing: changed.standing,
    amountBy: record.amountBy,
    grantedFen: changed.granted.grantedFen.toString(),
    was: reachedJson(changed.was),
    now: reachedJson(changed.now),
    change: change.kind,
    differenceFen: differenceOf(changed)?.toString() ?? null,
    roomFen: change.kind === 'room' ? (change.upToFen?.toString() ?? null) : null,
    consequence: changed.consequence,
    facts,
    because: becauseOf(changed, facts),
    finding: changed.finding,
    upheld: upheld === undefined ? null : { reason: upheld.reason, at: upheld.at.toISOString() },
  };
}

/** The interest that recoveries would bear, one by one and together. */
export function interestJson(
  { from, until }: { readonly from: string; readonly until: string },
  arising: readonly InterestArising[],
): CorrectionInterestResponse {
  const sum = (of: (each: InterestArising) => bigint) =>
    arising.reduce((total, each) => total + of(each), 0n).toString();
  const { days } = Temporal.PlainDate.from(from).until(until, { largestUnit: 'days' });
  return {
    from,
    until,
    days: Math.max(0, days),
    principalFen: sum(({ fen }) => fen),
    interestFen: sum(({ interest }) => interest),
    decisions: arising.map(({ decision, fen, interest }) => ({
      decision,
      fen: fen.toString(),
      interestFen: interest.toString(),
    })),
  };
}
