import type { Bilingual } from '@luodi/evaluation';
import type { PlainDate } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import type { Effect, Standing } from './effect.ts';
import type { Exhaustion } from './exhaustion.ts';
import type { Interaction } from './interaction.ts';
import type { LackingFact } from './lacking.ts';
import type { Scale } from './scale.ts';

/** What is asked of a simulation besides what changes. */
export interface SimulationOptions {
  readonly date: PlainDate;
  /** A year's budget in fen. */
  readonly budgetFen?: bigint;
  /** With what a step of every parameter costs. */
  readonly marginal?: boolean;
  /** Without the interaction where combinations have to be searched enterprise by enterprise: that takes seconds. */
  readonly quick?: boolean;
  readonly signal?: AbortSignal;
  /** Is told how many steps of how many are done. */
  readonly onProgress?: (done: number, steps: number) => void;
}

export interface BudgetUse {
  readonly budgetFen: bigint;
  readonly assumption: Bilingual;
  readonly before: Exhaustion;
  readonly after: Exhaustion;
}

/** What a step of a parameter costs, against the rule as changed. Differences of the city’s figures. */
export interface MarginalStep {
  readonly value: string;
  readonly entitled: number;
  readonly certainFen: bigint;
  readonly upToFen: bigint;
}

export interface MarginalCost {
  readonly measure: string;
  readonly parameter: string;
  readonly value: string;
  /** `undefined`: there is no such rule. */
  readonly up: MarginalStep | undefined;
  readonly down: MarginalStep | undefined;
}

export interface MeasureEffect {
  readonly measure: string;
  readonly before: Standing;
  readonly after: Standing;
}

/** What a change costs and whom it helps. Counts and sums are those of the whole city that the population stands for. */
export interface SimulationResult {
  readonly date: PlainDate;
  readonly scale: Scale;
  readonly effect: Effect;
  readonly measures: readonly MeasureEffect[];
  /** `undefined`: the measures stand alone. */
  readonly interaction: Interaction | undefined;
  /** The interaction was left out of a quick answer. */
  readonly interactionLater: boolean;
  readonly lacking: {
    readonly before: readonly LackingFact[];
    readonly after: readonly LackingFact[];
  };
  readonly budget: BudgetUse | undefined;
  readonly marginal: readonly MarginalCost[] | undefined;
  readonly stackingChanged: readonly string[];
  readonly milliseconds: number;
  readonly notes: readonly Bilingual[];
}

/** A measure of two documents, matched by name. */
export interface ComparedMeasure {
  readonly name: string;
  readonly nameEn: string;
  readonly earlier: string | undefined;
  readonly later: string | undefined;
  readonly before: Standing | undefined;
  readonly after: Standing | undefined;
}

export interface ComparisonResult
  extends Omit<SimulationResult, 'measures' | 'marginal' | 'stackingChanged' | 'interactionLater'> {
  readonly measures: readonly ComparedMeasure[];
  /** Id of the document that makes way; `undefined`: none does. */
  readonly earlier: string | undefined;
  /** Id of the document, or draft, that takes its place. */
  readonly later: string;
  /** The rules that the answer speaks of, a draft among them. */
  readonly content: Content;
}
