import type { Bilingual, Question } from '@luodi/evaluation';
import { referenceId, sayReference } from '@luodi/evaluation';
import type { Vocabulary } from '@luodi/language';
import { explainRestraint, explainSetAside } from './combination/index.ts';
import { printJson } from './json-text.ts';
import type { Json } from './json-text.ts';
import type { Match } from './match.ts';
import { resultJson } from './result-json.ts';
import type { ResultParts } from './result-json.ts';

type Labels = Readonly<Record<'zh' | 'en', ReadonlyMap<string, string>>>;

const labelsOf = new WeakMap<Match['documentOf'], Labels>();

/** Names of measures and matters for the sentences of the combination. */
export function combinationLabels({ answers, documentOf }: Match, vocabulary: Vocabulary): Labels {
  const known = labelsOf.get(documentOf);
  if (known !== undefined) return known;
  const measures = answers.map(({ measure }) => measure);
  const matters = [...vocabulary.matters.values()];
  const labels: Labels = {
    zh: new Map(measures.map(({ id, name }) => [id, name])),
    en: new Map([
      ...matters.map(({ name, nameEn }) => [name, nameEn] as const),
      ...measures.map(({ id, nameEn }) => [id, nameEn] as const),
    ]),
  };
  labelsOf.set(documentOf, labels);
  return labels;
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

function matchJson(match: Match, vocabulary: Vocabulary, results: Json) {
  return {
    date: match.date.toString(),
    contentVersion: match.contentVersion,
    results,
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

function resultsJson(
  { answers, documentOf }: Match,
  vocabulary: Vocabulary,
  parts: ResultParts | undefined,
): readonly Json[] {
  return answers.map((answer) =>
    resultJson(answer, documentOf.get(answer.measure.id), vocabulary, parts),
  );
}

/**
 * A match as the command line and the interface for programs print it. Sums are fen (bigint, so print it with `printJson`), facts stand by
 * their ids, dates as `YYYY-MM-DD`; English stands beside the Chinese in keys that end in `En`. `parts` can leave out the trace.
 */
export function toMatchJson(match: Match, vocabulary: Vocabulary, parts?: ResultParts): Json {
  return matchJson(match, vocabulary, resultsJson(match, vocabulary, parts));
}

const lines = new WeakMap<object, string>();

function lineOf(result: Json): string {
  if (typeof result !== 'object' || result === null) return printJson(result, 0);
  const line = lines.get(result) ?? printJson(result, 0);
  lines.set(result, line);
  return line;
}

/** The line that `printJson(toMatchJson(…), 0)` makes, in a fraction of the time: results that many applicants share are printed once. */
export function printMatch(match: Match, vocabulary: Vocabulary, parts?: ResultParts): string {
  const frame = printJson(matchJson(match, vocabulary, null), 0);
  const gap = ',"results":null,';
  const at = frame.indexOf(gap);
  const results = resultsJson(match, vocabulary, parts).map(lineOf);
  return `${frame.slice(0, at)},"results":[${results.join(',')}],${frame.slice(at + gap.length)}`;
}
