import { referenceId } from '@luodi/evaluation';
import type { MeasureAnswer } from '@luodi/evaluation';
import type { Vocabulary } from '@luodi/language';

/** Why an enterprise that the rule entitles is not on the list all the same. */
export type ListExclusion = 'has_case' | 'listed_dishonest' | 'same_matter';

/** Where an enterprise stands before it has asked for anything. */
export type AutomaticStanding =
  /** It gets this sum (分) for certain. */
  | { readonly kind: 'certain'; readonly fen: bigint }
  /** One fact (by id) would decide; `upperFen` is what it could be, null = open. */
  | { readonly kind: 'lacks_one'; readonly fact: string; readonly upperFen: bigint | null }
  /** Entitled, but the rule leaves the sum to a body: nothing to pay by itself. */
  | { readonly kind: 'sum_left_open' }
  | { readonly kind: 'lacks_several' }
  | { readonly kind: 'not_entitled' }
  | { readonly kind: 'excluded'; readonly because: ListExclusion };

/** What an answer means for the list of those who get something without asking. */
export function standingOf(answer: MeasureAnswer, vocabulary: Vocabulary): AutomaticStanding {
  const { status, amount, missing } = answer;
  switch (status) {
    case 'entitled':
      return amount.kind === 'exact' && amount.fen !== null && amount.fen > 0n
        ? { kind: 'certain', fen: amount.fen }
        : { kind: 'sum_left_open' };
    case 'undetermined': {
      const [only] = missing;
      return only !== undefined && missing.length === 1
        ? { kind: 'lacks_one', fact: referenceId(only, vocabulary), upperFen: amount.upperFen }
        : { kind: 'lacks_several' };
    }
    case 'not_entitled':
    case 'not_in_force':
      return { kind: 'not_entitled' };
  }
}
