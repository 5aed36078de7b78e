import type { DeliveryContext, FactSources } from '@luodi/delivery';
import { addWorkingDays, workingDaysBetween } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import type { Mode } from '../identity/identity-settings.ts';
import { supposedCalendar } from '../demo/supposed-calendar.ts';
import type { ServedVersions } from '../content/served-versions.ts';

/** The official calendar; a demonstration does not wait for next year's announcement. */
function calendarIn(mode: Mode): DeliveryContext['calendar'] {
  return mode === 'demo' ? supposedCalendar : { addWorkingDays, workingDaysBetween };
}

/** What commands work with in this server: its database, the rules of every version it served, the official calendar. */
export function deliveryContext(
  { queries }: Database,
  versions: ServedVersions,
  sources: FactSources,
  mode: Mode,
): DeliveryContext {
  return {
    queries,
    sources,
    calendar: calendarIn(mode),
    async rulesOf(version) {
      const found = await versions.find(version);
      if (!found.ok) throw new Error(`rules ${version}: ${found.error.code}`);
      return found.value.evaluator;
    },
  };
}
