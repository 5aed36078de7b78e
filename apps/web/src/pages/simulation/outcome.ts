import type { SimulationCompareResponse, SimulationRunResponse } from '@luodi/server/contract';

/** What the answers to a change and to a comparison have in common. */
export type Outcome = SimulationRunResponse | SimulationCompareResponse;

/** What stands over "before" and "after". */
export interface SideNames {
  readonly before: string;
  readonly after: string;
}
