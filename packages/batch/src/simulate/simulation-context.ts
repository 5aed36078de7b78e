import type { PlainDate } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import type { LoadedCity } from './loaded-city.ts';

/** What a question is answered from. */
export interface SimulationContext {
  readonly city: LoadedCity;
  /** The rules as they are, unchanged. */
  readonly content: Content;
  readonly date: PlainDate;
  readonly signal: AbortSignal | undefined;
}
