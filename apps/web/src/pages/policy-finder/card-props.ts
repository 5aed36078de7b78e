import type { Match } from '@luodi/entitlement';
import type { MeasureAnswer } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import type { GroupName } from './groups.ts';

/** What a card and its parts are made from. */
export interface CardProps {
  readonly answer: MeasureAnswer;
  readonly group: GroupName;
  readonly match: Match;
  readonly content: Content;
  /** The rule is being written: there is no page of its document to go to. */
  readonly isPreview?: boolean;
}
