import type { Vocabulary } from '@luodi/language';
import type { MeasureAnswer, Status, TraceStep } from '../domain/answer.ts';
import type { Bilingual } from '../domain/bilingual.ts';
import { sayFigures } from './formula.ts';
import { sayReference } from './words.ts';
import type { Language } from './words.ts';

export const statusWords: Record<Status, Bilingual> = {
  entitled: { zh: '符合条件', en: 'Entitled' },
  not_entitled: { zh: '不符合条件', en: 'Not entitled' },
  undetermined: { zh: '待定', en: 'Undetermined' },
  not_in_force: { zh: '不在有效期内', en: 'Not in force' },
};

const outcomeMarks: Record<TraceStep['outcome'], Bilingual> = {
  holds: { zh: '符合', en: 'met' },
  fails: { zh: '不符合', en: 'not met' },
  unknown: { zh: '未知', en: 'not known' },
  value: { zh: '计算', en: 'reckoned' },
};

const roleWords: Partial<Record<TraceStep['kind'], Bilingual>> = {
  condition: { zh: '条件', en: 'Condition' },
  exclusion: { zh: '除外情形', en: 'Exclusion' },
  one_off: { zh: '一次性', en: 'One-off' },
  amount: { zh: '金额', en: 'Amount' },
};

function stepLines(step: TraceStep, language: Language, depth: number): readonly string[] {
  const mark = outcomeMarks[step.outcome][language];
  const role = roleWords[step.kind]?.[language] ?? '';
  const outcome =
    step.kind === 'exclusion' && step.outcome !== 'unknown'
      ? step.outcome === 'holds'
        ? { zh: '不存在', en: 'does not apply' }[language]
        : { zh: '存在', en: 'applies' }[language]
      : mark;
  const head = depth === 0 ? `${role} [${outcome}] ` : `[${outcome}] `;
  return [
    `${'  '.repeat(depth + 1)}${head}${step.says[language]}`,
    ...step.children.flatMap((child) => stepLines(child, language, depth + 1)),
  ];
}

/** An answer as text: status and sum, the reasoning with every fact used, what is missing, the clause's words. */
export function explainAnswer(
  answer: MeasureAnswer,
  vocabulary: Vocabulary,
  language: Language,
): readonly string[] {
  const { measure } = answer;
  const name = language === 'zh' ? measure.name : measure.nameEn;
  const figures =
    answer.status === 'entitled' || answer.status === 'undetermined'
      ? language === 'zh'
        ? `：${sayFigures(answer.amount).zh}`
        : `: ${sayFigures(answer.amount).en}`
      : '';
  const label = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const { from, until } = measure.validity;
  const lines = [
    `${name} — ${statusWords[answer.status][language]}${figures}`,
    `  ${label('有效期', 'In force')} ${from.toString()} — ${until?.toString() ?? label('长期', 'no end')}`,
    ...answer.trace.flatMap((step) => stepLines(step, language, 0)),
    ...answer.failed.map(
      (failure) =>
        `  ${failure.because[language]}${failure.gaps.map((gap) => `（${gap.by[language]}）`).join('')}`,
    ),
    ...answer.items.map(
      (item) =>
        `  ${item.label}: ${statusWords[item.answer.status][language]} ${sayFigures(item.answer.amount)[language]}`,
    ),
    ...answer.assumptions.map(
      (assumption) => `  ${label('前提', 'Assuming')}: ${assumption[language]}`,
    ),
  ];
  if (answer.missing.length > 0)
    lines.push(
      `  ${label('还缺', 'Missing')}: ${answer.missing.map((each) => sayReference(each, vocabulary)[language]).join(label('、', ', '))}`,
    );
  const { quote } = measure;
  lines.push(
    `  ${label('依据', 'Source')}: ${measure.clause} 〔${quote.source.file}:${quote.source.from}〕`,
    `  “${quote.text}”`,
    ...measure.openReadings.map(
      (reading) => `  ${label('存疑', 'Open reading')}: ${reading.words} → ${reading.reading}`,
    ),
  );
  return lines;
}
