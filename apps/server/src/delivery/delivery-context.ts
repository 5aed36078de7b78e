import type { DeliveryContext, FactSources } from '@luodi/delivery';
import { addWorkingDays, workingDaysBetween } from '@luodi/platform';
import type { Database, YearOfHolidays } from '@luodi/platform';
import type { Mode } from '../identity/identity-settings.ts';
import { supposedCalendar } from '../demo/supposed-calendar.ts';
import { RulesUnavailable } from '../content/rules-unavailable.ts';
import type { ServedVersions } from '../content/served-versions.ts';

/** What a city keeps beside its rules that commands work with. */
export interface CityPractice {
  readonly factSources: FactSources;
  /** Years that were announced after the calendar of the program was made. */
  readonly holidays: readonly YearOfHolidays[];
}

/** The official calendar; a demonstration does not wait for next year's announcement. */
function calendarIn(mode: Mode, holidays: readonly YearOfHolidays[]): DeliveryContext['calendar'] {
  if (mode === 'demo') return supposedCalendar(holidays);
  return {
    addWorkingDays: (from, days) => addWorkingDays(from, days, holidays),
    workingDaysBetween: (from, until) => workingDaysBetween(from, until, holidays),
  };
}

/** What commands work with in this server: its database, the rules of every version it served, the official calendar. */
export function deliveryContext(
  { queries }: Database,
  versions: ServedVersions,
  { factSources: sources, holidays }: CityPractice,
  mode: Mode,
): DeliveryContext {
  return {
    queries,
    sources,
    calendar: calendarIn(mode, holidays),
    async rulesOf(version, through) {
      const found = await versions.find(version, through);
      if (!found.ok) throw new RulesUnavailable(version, found.error);
      return found.value.evaluator;
    },
  };
}
