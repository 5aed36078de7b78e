import type { Bilingual } from '@luodi/evaluation';

export type SimulationFaultCode =
  | 'unknown_measure'
  | 'unknown_parameter'
  | 'bad_value'
  | 'rule_broken'
  | 'unknown_document'
  | 'not_a_population'
  | 'not_covered';

/** Why a question cannot be simulated: where, what is wrong, and what to do. */
export interface SimulationFault {
  readonly code: SimulationFaultCode;
  readonly place: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}
