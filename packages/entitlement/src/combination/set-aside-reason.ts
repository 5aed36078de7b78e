/** Why a chosen measure rules another out. */
export interface Winner {
  readonly id: string;
  readonly ground:
    | { readonly kind: 'same_matter'; readonly matter: string }
    | { readonly kind: 'explicit' };
}

/** A limit that measures share. */
export type LimitRestraint =
  | { readonly kind: 'joint_cap'; readonly cap: string; readonly capFen: bigint }
  /** `with`: the chosen measures of its chain of top-ups that count, by id. */
  | { readonly kind: 'top_up'; readonly with: readonly string[] };

/** What holds a measure below its own amount. */
export type Restraint =
  | LimitRestraint
  /** Of a rule that runs per item: so many of its items count, the others under other measures, by id. */
  | {
      readonly kind: 'items';
      readonly counted: number;
      readonly of: number;
      readonly others: readonly string[];
    };

export type SetAsideReason =
  | {
      readonly kind: 'excluded_by';
      /** The chosen measures that rule it out, by id. */
      readonly winners: readonly Winner[];
      /** How much more the chosen combination reaches than the best one with this measure; not negative. */
      readonly gainUpperFen: bigint;
      /** How much more of it is certain; negative where the combination reaches more and less of it is certain. */
      readonly gainCertainFen: bigint;
    }
  /** The chosen members use up the cap with what they are certain to bring: adding this one never adds a fen. */
  | { readonly kind: 'absorbed_by_cap'; readonly cap: string; readonly capFen: bigint }
  /** What it tops up, or what tops it up, is certain to bring as much already. */
  | { readonly kind: 'absorbed_by_top_up'; readonly with: readonly string[] };
