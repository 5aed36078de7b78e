import type { Entity, Fact } from '@luodi/language';
import type {
  ChoiceSpec,
  DateSpec,
  ItemsSpec,
  NumberSpec,
  ProfileNumbers,
  TruthSpec,
} from './profile-shape.ts';

/** How the values of one fact are distributed. */
export type Distribution =
  | { readonly kind: 'truth'; readonly spec: TruthSpec }
  | { readonly kind: 'number'; readonly spec: NumberSpec }
  | { readonly kind: 'choice'; readonly spec: ChoiceSpec; readonly members: readonly string[] }
  | { readonly kind: 'date'; readonly spec: DateSpec };

export interface PlannedFact {
  readonly fact: Fact;
  readonly distribution: Distribution;
}

export interface PlannedEntity {
  readonly entity: Entity;
  readonly items: ItemsSpec;
  readonly facts: readonly PlannedFact[];
}

/** A payment that may have been received: the measure or matter stated, and its matter. */
export interface PaymentTopic {
  readonly measure: string;
  readonly matter: string;
}

/** A profile as it applies to a content: what is generated, and how. */
export interface PopulationPlan {
  readonly profile: ProfileNumbers;
  /** SHA-256 of the text of the profile. */
  readonly digest: string;
  readonly contentVersion: string;
  readonly enterpriseFacts: readonly PlannedFact[];
  readonly entities: readonly PlannedEntity[];
  readonly topics: readonly PaymentTopic[];
}
