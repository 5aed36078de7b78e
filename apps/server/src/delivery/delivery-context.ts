import type { DeliveryContext, FactSources } from '@luodi/delivery';
import { addWorkingDays, workingDaysBetween } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import type { ServedVersions } from '../content/served-versions.ts';

/** What commands work with in this server: its database, the rules of every version it served, the official calendar. */
export function deliveryContext(
  { queries }: Database,
  versions: ServedVersions,
  sources: FactSources,
): DeliveryContext {
  return {
    queries,
    sources,
    calendar: { addWorkingDays, workingDaysBetween },
    async rulesOf(version) {
      const found = await versions.find(version);
      if (!found.ok) throw new Error(`rules ${version}: ${found.error.code}`);
      return found.value.evaluator;
    },
  };
}
