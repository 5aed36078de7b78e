import { formatMoneyEn, formatMoneyZh, rational } from '@luodi/kernel';
import type { ClusterSummary, NamedTally, RunSummary } from '@luodi/batch';
import { say } from '../terminal.ts';
import type { CommandContext } from '../terminal.ts';

/** Rows of a table shown in the terminal; all are in the JSON. */
const shown = 15;

function money(fen: bigint, { language }: CommandContext): string {
  return (language === 'zh' ? formatMoneyZh : formatMoneyEn)(rational(fen));
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}

function sums(lower: bigint, upper: bigint, context: CommandContext): string {
  return say(context, {
    zh: `确定 ${money(lower, context)}，最高 ${money(upper, context)}`,
    en: `certain ${money(lower, context)}, up to ${money(upper, context)}`,
  });
}

function measureLines({ measures }: RunSummary, context: CommandContext): readonly string[] {
  const paid = measures
    .filter(({ money: isMoney, entitled }) => isMoney && entitled > 0)
    .toSorted((a, b) => (a.countedUpperFen < b.countedUpperFen ? 1 : -1));
  const lines = paid.slice(0, shown).map((measure) => {
    const label = context.language === 'zh' ? measure.label : measure.labelEn;
    const figures = sums(measure.countedLowerFen, measure.countedUpperFen, context);
    return say(context, {
      zh: `  ${label}：可得 ${number(measure.entitled)} 家（计入 ${number(measure.counted)}），待定 ${number(measure.undetermined)}；${figures}`,
      en: `  ${label}: ${number(measure.entitled)} entitled (${number(measure.counted)} counted), ${number(measure.undetermined)} undetermined; ${figures}`,
    });
  });
  const rest = paid.length - lines.length;
  return rest > 0
    ? [
        ...lines,
        say(context, {
          zh: `  另有 ${rest} 项（--json 列全）`,
          en: `  and ${rest} more (all with --json)`,
        }),
      ]
    : lines;
}

function groupLines(
  title: string,
  tallies: readonly NamedTally[],
  context: CommandContext,
): readonly string[] {
  const named = tallies.filter(({ key }) => key !== '');
  if (named.length === 0) return [];
  return [
    title,
    ...named.map(
      ({ key, nameEn, countedLowerFen, countedUpperFen }) =>
        `  ${say(context, { zh: key, en: nameEn })}${say(context, { zh: '：', en: ': ' })}${sums(countedLowerFen, countedUpperFen, context)}`,
    ),
  ];
}

function leftToEvaluatorLines(
  summary: RunSummary | ClusterSummary,
  context: CommandContext,
): readonly string[] {
  if (!('leftToEvaluator' in summary) || summary.leftToEvaluator === 0) return [];
  const count = number(summary.leftToEvaluator);
  return [
    say(context, {
      zh: `另有 ${count} 个组合要逐家求解，不在合计里（luodi match 逐家可得）`,
      en: `${count} combinations have to be searched one by one and are in no total (luodi match finds each)`,
    }),
  ];
}

/** The summary of a run as lines. */
export function batchLines(
  summary: RunSummary | ClusterSummary,
  context: CommandContext,
): readonly string[] {
  const { applicants, date, total, rules, payments } = summary;
  const lines = [
    say(context, {
      zh: `${number(applicants)} 家企业，截至 ${date}：${sums(total.lowerFen, total.upperFen, context)}（从优、就高、不重复之后）`,
      en: `${number(applicants)} enterprises as of ${date}: ${sums(total.lowerFen, total.upperFen, context)} (best lawful combinations)`,
    }),
    say(context, {
      zh: `规则：逐家计算 ${rules.run} 项，全体同一答案 ${rules.alikeForAll} 项，不在有效期 ${rules.notInForce} 项，未计算 ${rules.leftOut} 项`,
      en: `rules: ${rules.run} answered one by one, ${rules.alikeForAll} alike for all, ${rules.notInForce} not in force, ${rules.leftOut} left out`,
    }),
    ...leftToEvaluatorLines(summary, context),
    ...summary.leftOut.map(({ measure, reason }) => `  ${measure}: ${reason}`),
    say(context, { zh: '措施（按最高金额）', en: 'measures (by the most they can cost)' }),
    ...measureLines(summary, context),
    ...groupLines(say(context, { zh: '区县', en: 'districts' }), summary.byDistrict, context),
    ...groupLines(say(context, { zh: '行业', en: 'industries' }), summary.byIndustry, context),
    ...groupLines(say(context, { zh: '规模', en: 'sizes' }), summary.bySize, context),
  ];
  if (payments === null) return lines;
  return [
    ...lines,
    say(context, {
      zh: `应享未享 ${number(payments.unclaimed)} 项（最高 ${money(payments.unclaimedUpperFen, context)}），违规享受 ${number(payments.undue)} 笔（${money(payments.undueFen, context)}）`,
      en: `entitled and not paid: ${number(payments.unclaimed)} (up to ${money(payments.unclaimedUpperFen, context)}); paid and not entitled: ${number(payments.undue)} (${money(payments.undueFen, context)})`,
    }),
  ];
}
