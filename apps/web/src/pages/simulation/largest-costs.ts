import { useQuery } from '@tanstack/react-query';
import { simulationRunResponse } from '@luodi/server/contract';
import type { AdjustableMeasure } from '@luodi/server/contract';
import { clientWord, postQuestion } from './use-answer.ts';
import { askedChanges } from './page-changes.ts';

/** As many measures as one question may name. */
const together = 32;

export interface MeasureCost {
  readonly measure: AdjustableMeasure;
  readonly upToFen: number;
}

async function costsOf(
  measures: readonly AdjustableMeasure[],
  date: string,
  signal: AbortSignal,
): Promise<readonly MeasureCost[]> {
  const body = JSON.stringify({
    changes: measures.flatMap((measure) => askedChanges(measure, new Map())),
    date,
    client: clientWord('costs'),
  });
  const { measures: answered } = simulationRunResponse.parse(
    await postQuestion('/api/simulation/run', body, signal),
  );
  return answered.flatMap(({ measure: id, before }) => {
    const measure = measures.find((each) => each.measure === id);
    return measure === undefined ? [] : [{ measure, upToFen: before.upToFen }];
  });
}

/** The measures that cost most on a day as the rules are, the most expensive first; `undefined` until that is known. */
export function useLargestCosts(
  measures: readonly AdjustableMeasure[],
  date: string,
  population: string,
  many: number,
): readonly MeasureCost[] | undefined {
  const inForce = measures.filter(
    ({ validity: { from, until }, parameters }) =>
      from <= date && (until === null || until >= date) && parameters.some(({ range }) => range),
  );
  const { data } = useQuery({
    queryKey: ['simulation', 'costs', population, date],
    queryFn: async ({ signal }) => {
      const costs: MeasureCost[] = [];
      for (let at = 0; at < inForce.length; at += together)
        costs.push(...(await costsOf(inForce.slice(at, at + together), date, signal)));
      return costs.toSorted((a, b) => b.upToFen - a.upToFen);
    },
    enabled: population !== '' && inForce.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
  return data?.slice(0, many);
}
