import {
  combinationLabels,
  isMoney,
  explainRestraint,
  explainSetAside,
  sourceText,
} from '@luodi/entitlement';
import type { Match } from '@luodi/entitlement';
import { sayFigures, sayReference } from '@luodi/evaluation';
import type { Bilingual, Language, MeasureAnswer } from '@luodi/evaluation';
import type { MeasureKind, Vocabulary } from '@luodi/language';
import { money, questionLines } from './question-lines.ts';

/** Longer lists are cut, with the count of the rest: the whole is in `--json`. */
const shownUndetermined = 12;
const shownNearMisses = 8;
const shownQuestions = 3;
const shownMissing = 4;

interface Page {
  readonly match: Match;
  readonly vocabulary: Vocabulary;
  readonly language: Language;
}

type Lines = readonly string[];

function words({ language }: Page, zh: string, en: string): string {
  return language === 'zh' ? zh : en;
}

function nameOf({ measure }: MeasureAnswer, { language }: Page): string {
  return language === 'zh' ? measure.name : measure.nameEn;
}

function rest(count: number, page: Page): Lines {
  if (count <= 0) return [];
  return [
    `  … ${words(page, `还有 ${count} 项（--json 有全部）`, `${count} more (all with --json)`)}`,
  ];
}

function section(title: string, lines: Lines): Lines {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function undecidedWords(page: Page): string {
  const { measures, upperFen, openMeasures } = page.match.undecided;
  const possible = money(upperFen, page.language);
  const open = openMeasures.length;
  return words(
    page,
    `${measures.length} 项（最高另加 ${possible}${open === 0 ? '' : `，其中 ${open} 项没有上限`}）`,
    `${measures.length} measure(s) (up to ${possible} more${open === 0 ? '' : `; ${open} without a ceiling`})`,
  );
}

function headLines(page: Page): Lines {
  const { best, date } = page.match;
  const open = best.openAbove.length;
  const bare = best.withoutFigure.length;
  const openWords = words(
    page,
    `（${open} 项上不封顶，只计已知部分）`,
    ` (${open} open above, counted as far as known)`,
  );
  const bareWords = words(
    page,
    `${bare} 项（酌定或另行规定，不在以上合计内）`,
    `${bare} measure(s) (case by case or by another rule; in no total above)`,
  );
  const upper = money(best.upperBoundFen, page.language);
  return [
    `${words(page, '截至', 'As of')} ${date.toString()}`,
    '',
    `${words(page, '可得    ', 'Certain  ')}  ${money(best.exactFen, page.language)}`,
    `${words(page, '最高可得', 'Up to    ')}  ${upper}${open === 0 ? '' : openWords}`,
    `${words(page, '待定    ', 'Undecided')}  ${undecidedWords(page)}`,
    ...(bare === 0 ? [] : [`${words(page, '未写金额', 'No figure')}  ${bareWords}`]),
  ];
}

function placeLine({ measure }: MeasureAnswer, page: Page): string {
  const { until } = measure.validity;
  const parts = [
    page.match.documentOf.get(measure.id)?.id ?? '',
    measure.clause,
    measure.departments.join('、'),
    until === undefined
      ? words(page, '长期', 'no end')
      : `${words(page, '至', 'until')} ${until.toString()}`,
    `〔${sourceText(measure.quote.source)}〕`,
  ];
  return `      ${parts.filter((part) => part !== '').join(' · ')}`;
}

function assumptionLines({ assumptions }: MeasureAnswer, page: Page): Lines {
  return assumptions.map(
    (assumption) => `      ${words(page, '前提', 'Assuming')}: ${assumption[page.language]}`,
  );
}

function entitledLines(answers: readonly MeasureAnswer[], page: Page): Lines {
  const { match, vocabulary, language } = page;
  const labels = combinationLabels(match, vocabulary)[language];
  const counted = new Map(match.best.chosen.map((chosen) => [chosen.id, chosen]));
  const aside = new Map(match.best.setAside.map((set) => [set.id, set]));
  return answers.flatMap((answer) => {
    const { id } = answer.measure;
    const set = aside.get(id);
    const restraint = counted.get(id)?.restraint;
    const figures = sayFigures(answer.amount)[language];
    const formula = answer.amount.formula[language];
    return [
      `  ${set === undefined ? '●' : '─'} ${figures}  ${nameOf(answer, page)}`,
      ...(formula === '' || formula === figures ? [] : [`      ${formula}`]),
      ...(set === undefined
        ? []
        : [
            `      ${words(page, '不计入', 'Not counted')}: ${explainSetAside(set.because, labels, language)}`,
          ]),
      ...(restraint === undefined
        ? []
        : [`      ${explainRestraint(restraint, labels, language)}`]),
      ...assumptionLines(answer, page),
      placeLine(answer, page),
    ];
  });
}

const kindWords: Readonly<Record<MeasureKind, Bilingual>> = {
  grant: { zh: '奖补', en: 'grant' },
  relief: { zh: '减免', en: 'relief' },
  limit: { zh: '上限', en: 'limit' },
  obligation: { zh: '义务', en: 'obligation' },
  decision: { zh: '决定', en: 'decision' },
};

function ruleLines(answers: readonly MeasureAnswer[], page: Page): Lines {
  return answers.flatMap((answer) => [
    `  ▪ ${kindWords[answer.measure.kind][page.language]}  ${nameOf(answer, page)} — ${answer.amount.formula[page.language]}`,
    placeLine(answer, page),
  ]);
}

function missingWords({ missing }: MeasureAnswer, { vocabulary, language }: Page): string {
  const names = missing.map((each) => sayReference(each, vocabulary)[language]);
  const more = names.length - shownMissing;
  const shown = names.slice(0, shownMissing).join(language === 'zh' ? '、' : ', ');
  return more > 0 ? `${shown} … +${more}` : shown;
}

function undeterminedLines(answers: readonly MeasureAnswer[], page: Page): Lines {
  return [
    ...answers
      .slice(0, shownUndetermined)
      .map(
        (answer) =>
          `  ○ ${sayFigures(answer.amount)[page.language]}  ${nameOf(answer, page)} — ${words(page, '缺', 'missing')} ${missingWords(answer, page)}`,
      ),
    ...rest(answers.length - shownUndetermined, page),
  ];
}

function nearMissLines(page: Page): Lines {
  const { nearMisses } = page.match;
  return [
    ...nearMisses
      .slice(0, shownNearMisses)
      .map(
        ({ answer, lacking }) =>
          `  △ ${nameOf(answer, page)} — ${lacking.map((line: Bilingual) => line[page.language]).join(words(page, '；', '; '))}`,
      ),
    ...rest(nearMisses.length - shownNearMisses, page),
  ];
}

function tailLines(page: Page): Lines {
  const count = (status: MeasureAnswer['status']) =>
    page.match.answers.filter((answer) => answer.status === status).length;
  const no = count('not_entitled');
  const away = count('not_in_force');
  return [
    '',
    words(
      page,
      `共 ${page.match.answers.length} 项：不符合 ${no} 项，不在有效期 ${away} 项。逐项理由见 luodi explain --measure 名称 或 --json。`,
      `${page.match.answers.length} measures: ${no} not met, ${away} not in force. Reasons: luodi explain --measure NAME, or --json.`,
    ),
  ];
}

/** A match for reading in a terminal: the three sums, then what they are made of, then what to find out next. */
export function matchLines(match: Match, vocabulary: Vocabulary, language: Language): Lines {
  const page: Page = { match, vocabulary, language };
  const of = (status: MeasureAnswer['status']) =>
    match.answers.filter((answer) => answer.status === status);
  return [
    ...headLines(page),
    ...section(
      words(page, '符合条件', 'Entitled'),
      entitledLines(of('entitled').filter(isMoney), page),
    ),
    ...section(
      words(
        page,
        '同时适用（上限、义务、决定等，不计入金额）',
        'Also applies (limits, obligations, decisions; in no total)',
      ),
      ruleLines(
        of('entitled').filter((answer) => !isMoney(answer)),
        page,
      ),
    ),
    ...section(words(page, '待定', 'Undecided'), undeterminedLines(of('undetermined'), page)),
    ...section(words(page, '差一步', 'Nearly'), nearMissLines(page)),
    ...section(
      words(page, '接下来问', 'Ask next'),
      questionLines(match.next.slice(0, shownQuestions), vocabulary, language),
    ),
    ...tailLines(page),
  ];
}
