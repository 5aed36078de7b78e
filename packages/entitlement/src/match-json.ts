import type { Bilingual, Question } from '@luodi/evaluation';
import { referenceId, sayReference } from '@luodi/evaluation';
import type { Vocabulary } from '@luodi/language';
import { explainRestraint, explainSetAside } from './combination/index.ts';
import type { Json } from './json-text.ts';
import type { Match } from './match.ts';
import { resultJson } from './result-json.ts';

type Labels = Readonly<Record<'zh' | 'en', ReadonlyMap<string, string>>>;

/** Names of measures and matters for the sentences of the combination. */
export function combinationLabels({ answers }: Match, vocabulary: Vocabulary): Labels {
  const measures = answers.map(({ measure }) => measure);
  const matters = [...vocabulary.matters.values()];
  return {
    zh: new Map(measures.map(({ id, name }) => [id, name])),
    en: new Map([
      ...matters.map(({ name, nameEn }) => [name, nameEn] as const),
      ...measures.map(({ id, nameEn }) => [id, nameEn] as const),
    ]),
  };
}

function bestJson(match: Match, labels: Labels): Json {
  const { best } = match;
  return {
    total: { exactFen: best.exactFen, upperBoundFen: best.upperBoundFen },
    chosen: best.chosen.map(({ id }) => id),
    setAside: best.setAside.map(({ id, because }) => ({
      measure: id,
      because: explainSetAside(because, labels.zh, 'zh'),
      becauseEn: explainSetAside(because, labels.en, 'en'),
      kind: because.kind,
    })),
    counted: best.chosen.map(({ id, countedCertainFen, countedUpperFen, restraint }) => ({
      measure: id,
      exactFen: countedCertainFen,
      upperBoundFen: countedUpperFen,
      because: restraint && explainRestraint(restraint, labels.zh, 'zh'),
      becauseEn: restraint && explainRestraint(restraint, labels.en, 'en'),
    })),
    openAbove: best.openAbove,
    withoutFigure: best.withoutFigure,
  };
}

/** The question as the vocabulary asks it; for aspects such as `上年(x)` the aspect in words. */
export function questionWords({ reference }: Question, vocabulary: Vocabulary): Bilingual {
  const fact = vocabulary.facts.get(reference.name);
  const label = sayReference(reference, vocabulary);
  if (fact === undefined || reference.aspect.kind !== 'itself')
    return { zh: `${label.zh}？`, en: `${label.en}?` };
  return { zh: fact.question, en: fact.questionEn };
}

function questionJson(question: Question, vocabulary: Vocabulary): Json {
  const label = sayReference(question.reference, vocabulary);
  const words = questionWords(question, vocabulary);
  return {
    fact: referenceId(question.reference, vocabulary),
    label: label.zh,
    labelEn: label.en,
    question: words.zh,
    questionEn: words.en,
    decides: {
      measures: question.measures.length,
      settles: question.settles.length,
      upperFen: question.upperFen,
      unboundedMeasures: question.unboundedMeasures,
    },
    measures: question.measures,
  };
}

/** Questions worth asking, the most decisive first. */
export function questionsJson(questions: readonly Question[], vocabulary: Vocabulary): Json {
  return questions.map((question) => questionJson(question, vocabulary));
}

/**
 * A match as the command line and the interface for programs print it. Sums are fen (bigint, so print it with `printJson`), facts stand by
 * their ids, dates as `YYYY-MM-DD`; English stands beside the Chinese in keys that end in `En`.
 */
export function toMatchJson(match: Match, vocabulary: Vocabulary): Json {
  return {
    date: match.date.toString(),
    contentVersion: match.contentVersion,
    results: match.answers.map((answer) =>
      resultJson(answer, match.documentOf.get(answer.measure.id), vocabulary),
    ),
    best: bestJson(match, combinationLabels(match, vocabulary)),
    undecided: {
      measures: match.undecided.measures,
      upperFen: match.undecided.upperFen,
      openMeasures: match.undecided.openMeasures,
    },
    nearMisses: match.nearMisses.map(({ answer, met, unmet, lacking }) => ({
      measure: answer.measure.id,
      met,
      unmet,
      lacking: lacking.map(({ zh }) => zh),
      lackingEn: lacking.map(({ en }) => en),
    })),
    next: questionsJson(match.next, vocabulary),
  };
}
