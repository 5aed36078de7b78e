import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { simulationResponse } from '@luodi/server/contract';
import type { SimulationResponse } from '@luodi/server/contract';
import { ServerRefusal } from '../../server/use-server.ts';

const path = '/api/simulation';
const pause = 1500;

async function fetchSimulation(): Promise<SimulationResponse> {
  const response = await fetch(path);
  if (!response.ok) throw new ServerRefusal(path, response.status);
  return simulationResponse.parse(await response.json());
}

function inTheMaking({ progress }: SimulationResponse): boolean {
  return progress.some(({ state }) => state !== 'ready' && state !== 'failed');
}

/** What can be adjusted and on which population; asked again until no population is in the making. */
export function useSimulation(): UseQueryResult<SimulationResponse> {
  return useQuery({
    queryKey: ['simulation'],
    queryFn: fetchSimulation,
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && inTheMaking(data) ? pause : false,
  });
}
