import { englishName } from '@luodi/batch';
import type { ComparisonResult, LoadedCity, SimulationResult, Standing } from '@luodi/batch';
import type { Bilingual, Language } from '@luodi/evaluation';
import { formatMoneyEn, formatMoneyZh, rational } from '@luodi/kernel';
import type { Content } from '@luodi/language';

function money(fen: bigint, language: Language): string {
  return language === 'zh' ? formatMoneyZh(rational(fen)) : formatMoneyEn(rational(fen));
}

function standingLine(standing: Standing, language: Language): string {
  const { entitled, undetermined, certainFen, upToFen } = standing;
  const [certain, upTo] = [money(certainFen, language), money(upToFen, language)];
  return language === 'zh'
    ? `可得 ${entitled} 家，待定 ${undetermined} 家；确定 ${certain}，最高 ${upTo}`
    : `${entitled} entitled, ${undetermined} undecided; certain ${certain}, up to ${upTo}`;
}

/** What everybody has to know first: on whom it is counted. */
function populationLine({ manifest, population }: LoadedCity): Bilingual {
  const { size } = population;
  const of = manifest?.nominalSize ?? size;
  return manifest?.synthetic === true
    ? {
        zh: `合成数据，企业一家也不存在：${size} 家，按 ${of} 家的城市放大`,
        en: `Synthetic: none of these ${size} enterprises exists; figures are those of a city of ${of}`,
      }
    : { zh: `${size} 家企业`, en: `${size} enterprises` };
}

type Common = Omit<
  SimulationResult,
  'measures' | 'marginal' | 'stackingChanged' | 'interactionLater'
>;

function movementLine({ effect }: Common, language: Language): string {
  const { newcomers, winners, losers, droppedOut, gainedFen, lostFen } = effect.movement;
  const [gained, lost] = [money(gainedFen, language), money(lostFen, language)];
  return language === 'zh'
    ? `新得 ${newcomers} 家，多得 ${winners} 家，少得 ${losers} 家，不再得 ${droppedOut} 家；多 ${gained}，少 ${lost}`
    : `${newcomers} newly entitled, ${winners} gain, ${losers} lose, ${droppedOut} drop out; gained ${gained}, lost ${lost}`;
}

function change(before: bigint, after: bigint, language: Language): string {
  return `${money(before, language)} → ${money(after, language)}`;
}

function interactionLines(
  { interaction }: Common,
  content: Content,
  language: Language,
): readonly string[] {
  if (interaction === undefined) return [];
  const name = (id: string) => {
    const measure = content.measures.get(id);
    return (language === 'zh' ? measure?.name : measure?.nameEn) ?? id;
  };
  const total = change(interaction.before.upToFen, interaction.after.upToFen, language);
  return [
    language === 'zh'
      ? `与同事项措施合并取最优：最高 ${total}`
      : `Best combination with its rivals: up to ${total}`,
    ...interaction.measures.map(
      ({ measure, before, after }) =>
        `  ${name(measure)}  ${change(before.upToFen, after.upToFen, language)}`,
    ),
  ];
}

const groupWords = {
  district: { zh: '区县', en: 'District' },
  industry: { zh: '行业', en: 'Industry' },
  size: { zh: '规模', en: 'Size' },
} as const;

function groupLines(
  { effect }: Common,
  { manifest }: LoadedCity,
  { vocabulary }: Content,
  language: Language,
): readonly string[] {
  const words = (attribute: keyof typeof groupWords, name: string): string =>
    language === 'zh' ? name : englishName(attribute, name, vocabulary, manifest?.englishNames);
  return (['district', 'industry', 'size'] as const).flatMap((attribute) => [
    groupWords[attribute][language],
    ...effect.groups[attribute].map(
      ({ name, before, after }) =>
        `  ${words(attribute, name)}  ${change(before.upToFen, after.upToFen, language)}`,
    ),
  ]);
}

function budgetLines({ budget }: Common, language: Language): readonly string[] {
  if (budget === undefined) return [];
  const zh = language === 'zh';
  const day = (date: { toString(): string } | undefined) =>
    date?.toString() ?? (zh ? '用不完' : 'not exhausted');
  const line = ({ certain, upTo }: typeof budget.before, side: Bilingual) =>
    zh
      ? `预算用完（${side.zh}）：只付确定的 ${day(certain)}，付到最高 ${day(upTo)}`
      : `Budget exhausted (${side.en}): certain sums ${day(certain)}, every ceiling ${day(upTo)}`;
  return [
    budget.assumption[language],
    line(budget.before, { zh: '改前', en: 'before' }),
    line(budget.after, { zh: '改后', en: 'after' }),
  ];
}

function commonLines(
  result: Common,
  city: LoadedCity,
  content: Content,
  language: Language,
): readonly string[] {
  const zh = language === 'zh';
  return [
    populationLine(city)[language],
    ...result.notes.map((note) => note[language]),
    `${zh ? '改前：' : 'Before: '}${standingLine(result.effect.before, language)}`,
    `${zh ? '改后：' : 'After: '}${standingLine(result.effect.after, language)}`,
    movementLine(result, language),
    ...interactionLines(result, content, language),
    ...groupLines(result, city, content, language),
    ...budgetLines(result, language),
  ];
}

/** A simulation for a terminal. */
export function simulationLines(
  result: SimulationResult,
  city: LoadedCity,
  content: Content,
  language: Language,
): readonly string[] {
  const steps = (result.marginal ?? []).flatMap(({ parameter, value, up, down }) =>
    [up, down].flatMap((step) =>
      step === undefined
        ? []
        : [`  ${parameter}  ${value} → ${step.value}  ${money(step.upToFen, language)}`],
    ),
  );
  const head =
    language === 'zh'
      ? '每个参数动一步，最高支出差多少'
      : 'One step of each parameter, change of the highest cost';
  return [
    ...commonLines(result, city, content, language),
    ...(steps.length === 0 ? [] : [head, ...steps]),
  ];
}

/** A comparison of two documents for a terminal. */
export function comparisonLines(
  result: ComparisonResult,
  city: LoadedCity,
  language: Language,
): readonly string[] {
  const none = language === 'zh' ? '（无）' : '(none)';
  const side = (standing: Standing | undefined) =>
    standing === undefined ? none : money(standing.upToFen, language);
  return [
    ...commonLines(result, city, result.content, language),
    ...result.measures.map(
      ({ name, nameEn, before, after }) =>
        `  ${language === 'zh' ? name : nameEn}  ${side(before)} → ${side(after)}`,
    ),
  ];
}
