import type { Bilingual } from '@luodi/evaluation';

export type RunFaultCode =
  | 'cancelled'
  | 'faulty_population'
  | 'not_a_population'
  | 'other_run'
  | 'folder_in_use'
  | 'database';

/** Why a run over a population did not come to its end: where, what is wrong, and what to do. */
export interface RunFault {
  readonly code: RunFaultCode;
  readonly place: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}
