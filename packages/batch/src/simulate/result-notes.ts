import type { Bilingual } from '@luodi/evaluation';
import { isInForce } from '@luodi/evaluation';
import type { PlainDate } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import { isMoneyMeasure } from '../run/rules.ts';
import type { ChangedRules } from './change.ts';
import type { Effect } from './effect.ts';
import { exhaustionOf, paceAssumption } from './exhaustion.ts';
import type { BudgetUse, SimulationOptions } from './simulation.ts';
import type { SimulationContext } from './simulation-context.ts';

/** When a budget is used up before and after; measured by the days in force where one measure changes. */
export function budgetUse(
  { before, after }: Effect,
  { budgetFen, date }: SimulationOptions,
  { content, changed }: ChangedRules,
  old: Content,
): BudgetUse | undefined {
  if (budgetFen === undefined) return undefined;
  const [only, ...others] = changed;
  const until = (from: Content): PlainDate | undefined =>
    only === undefined || others.length > 0 ? undefined : from.measures.get(only)?.validity.until;
  return {
    budgetFen,
    assumption: paceAssumption(date),
    before: exhaustionOf(before, budgetFen, date, until(old)),
    after: exhaustionOf(after, budgetFen, date, until(content)),
  };
}

/** What the reader of a result has to know. */
export function notesOf(
  { changed, content }: ChangedRules,
  { date, content: old }: SimulationContext,
): readonly Bilingual[] {
  return changed.flatMap((id) => {
    const [before, after] = [old.measures.get(id), content.measures.get(id)];
    if (before === undefined || after === undefined) return [];
    const notes: Bilingual[] = [];
    if (!isMoneyMeasure(after))
      notes.push({
        zh: `“${after.name}”不是给钱的措施，金额不计入合计`,
        en: `${after.nameEn} pays nothing; its sums are in no total`,
      });
    for (const [measure, zh, en] of [
      [before, '改前', 'before'],
      [after, '改后', 'after'],
    ] as const)
      if (!isInForce(measure, date))
        notes.push({
          zh: `“${measure.name}”${zh}在 ${date.toString()} 不在施行期内，无人可得`,
          en: `${measure.nameEn} is not in force on ${date.toString()} (${en} the change): nobody is entitled`,
        });
    return notes;
  });
}
