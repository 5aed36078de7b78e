import type { Bilingual } from '@luodi/evaluation';
import type { PlainDate } from '@luodi/kernel';
import { compareDates } from '@luodi/kernel';
import type { Standing } from './effect.ts';

/** When a budget is used up; `undefined`: it is not. */
export interface Exhaustion {
  readonly certain: PlainDate | undefined;
  readonly upTo: PlainDate | undefined;
}

const daysOfPace = 365n;

/** The pace assumed, to be said with every date that rests on it. */
export function paceAssumption(from: PlainDate): Bilingual {
  return {
    zh: `假设：上面的数是一年的支出，从 ${from.toString()} 起每天付三百六十五分之一，到一年为止；真实的申报和兑付有淡旺季，日期只作参考`,
    en: `Assumed: the sums above are a year’s spending, paid from ${from.toString()} on in 365 equal daily parts; real applications come in seasons, so take the date as a guide`,
  };
}

/** The day on which the paid parts reach the budget, within the year and the days in force. */
function dayReached(
  annualFen: bigint,
  budgetFen: bigint,
  from: PlainDate,
  until: PlainDate | undefined,
): PlainDate | undefined {
  if (annualFen <= 0n || annualFen < budgetFen) return undefined;
  const days = (budgetFen * daysOfPace + annualFen - 1n) / annualFen;
  const day = from.add({ days: Number(days > 0n ? days - 1n : 0n) });
  return until !== undefined && compareDates(day, until) > 0 ? undefined : day;
}

/** When a year's budget is used up from a date on, if only what is certain is paid, and if every ceiling is reached. */
export function exhaustionOf(
  { certainFen, upToFen }: Pick<Standing, 'certainFen' | 'upToFen'>,
  budgetFen: bigint,
  from: PlainDate,
  until: PlainDate | undefined,
): Exhaustion {
  return {
    certain: dayReached(certainFen, budgetFen, from, until),
    upTo: dayReached(upToFen, budgetFen, from, until),
  };
}
