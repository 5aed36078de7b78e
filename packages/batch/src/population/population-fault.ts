import type { Bilingual } from '@luodi/evaluation';

export type PopulationFaultCode =
  | 'unreadable_profile'
  | 'faulty_profile'
  | 'bad_size'
  | 'folder_in_use'
  | 'not_a_population'
  | 'cancelled'
  | 'faulty_population'
  | 'unknown_enterprise'
  | 'not_tabular'
  | 'engine';

/** What is wrong with a profile or a population: where, what was found, how to mend it. */
export interface PopulationFault {
  readonly code: PopulationFaultCode;
  /** `profile.yaml:12`, or the table and column. */
  readonly place: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}
