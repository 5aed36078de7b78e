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

type Common = Omit<SimulationResult, 'measures' | 'marginal' | 'stackingChanged'>;

function commonLines(
  result: Common,
  city: LoadedCity,
  content: Content,
  language: Language,
): readonly string[] {
  const { effect, interaction, budget, notes } = result;
  const { movement } = effect;
  const zh = language === 'zh';
  const name = (id: string) => {
    const measure = content.measures.get(id);
    return (zh ? measure?.name : measure?.nameEn) ?? id;
  };
  return [
    populationLine(city)[language],
    ...notes.map((note) => note[language]),
    `${zh ? '改前：' : 'Before: '}${standingLine(effect.before, language)}`,
    `${zh ? '改后：' : 'After: '}${standingLine(effect.after, language)}`,
    zh
      ? `新得 ${movement.newcomers} 家，多得 ${movement.winners} 家，少得 ${movement.losers} 家，不再得 ${movement.droppedOut} 家；多 ${money(movement.gainedFen, language)}，少 ${money(movement.lostFen, language)}`
      : `${movement.newcomers} newly entitled, ${movement.winners} gain, ${movement.losers} lose, ${movement.droppedOut} drop out; gained ${money(movement.gainedFen, language)}, lost ${money(movement.lostFen, language)}`,
    ...(interaction === undefined
      ? []
      : [
          zh
            ? `与同事项措施合并取最优：最高 ${money(interaction.before.upToFen, language)} → ${money(interaction.after.upToFen, language)}`
            : `Best combination with its rivals: up to ${money(interaction.before.upToFen, language)} → ${money(interaction.after.upToFen, language)}`,
          ...interaction.measures.map(
            ({ measure, before, after }) =>
              `  ${name(measure)}  ${money(before.upToFen, language)} → ${money(after.upToFen, language)}`,
          ),
        ]),
    ...(['district', 'industry', 'size'] as const).flatMap((attribute) => [
      {
        district: { zh: '区县', en: 'District' },
        industry: { zh: '行业', en: 'Industry' },
        size: { zh: '规模', en: 'Size' },
      }[attribute][language],
      ...effect.groups[attribute].map(
        (group) =>
          `  ${group.name}  ${money(group.before.upToFen, language)} → ${money(group.after.upToFen, language)}`,
      ),
    ]),
    ...(budget === undefined
      ? []
      : [
          budget.assumption[language],
          ...(
            [
              ['before', '改前', 'before'],
              ['after', '改后', 'after'],
            ] as const
          ).map(([side, sideZh, sideEn]) => {
            const { certain, upTo } = budget[side];
            const not = zh ? '用不完' : 'not exhausted';
            return zh
              ? `预算用完（${sideZh}）：只付确定的 ${certain?.toString() ?? not}，付到最高 ${upTo?.toString() ?? not}`
              : `Budget exhausted (${sideEn}): certain sums ${certain?.toString() ?? not}, every ceiling ${upTo?.toString() ?? not}`;
          }),
        ]),
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
  content: Content,
  language: Language,
): readonly string[] {
  const none = language === 'zh' ? '（无）' : '(none)';
  const side = (standing: Standing | undefined) =>
    standing === undefined ? none : money(standing.upToFen, language);
  return [
    ...commonLines(result, city, content, language),
    ...result.measures.map(
      ({ name, before, after }) => `  ${name}  ${side(before)} → ${side(after)}`,
    ),
  ];
}
