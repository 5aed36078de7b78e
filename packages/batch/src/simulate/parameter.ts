import type { Bilingual } from '@luodi/evaluation';
import type { NumericLiteral, StackingRule } from '@luodi/language';

export type ParameterKind = 'rate' | 'threshold' | 'cap' | 'amount' | 'validity' | 'stacking';

/** Where a slider goes, in the parameter's own unit. For showing, not for reckoning: values travel as text. */
export interface ParameterRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly decimals: number;
  readonly unit: string;
}

/** What of a measure is changed by it. */
export type ParameterTarget =
  | { readonly kind: 'literal'; readonly literal: NumericLiteral }
  | { readonly kind: 'validity'; readonly end: 'from' | 'until' }
  | { readonly kind: 'stacking'; readonly rule: StackingRule };

/** Something of a measure that can be turned. */
export interface Parameter {
  /** Unique within its measure. */
  readonly id: string;
  readonly kind: ParameterKind;
  /** As the rule has it: `5%`. */
  readonly value: string;
  /** The line of the rule that it stands in. */
  readonly words: string;
  /** Where in the words the value begins; `undefined`: not in them. */
  readonly start: number | undefined;
  readonly label: Bilingual;
  readonly range: ParameterRange | undefined;
  readonly target: ParameterTarget;
}

/** The rules of stacking that can be chosen, in the words of a document's front matter. */
export const stackingWords: Readonly<Record<StackingRule, string>> = {
  best_of_matter: '从优就高不重复',
  cumulative: '可叠加',
  unstated: '未规定',
};

/** What the end of a validity says where there is none. */
export const noEnd = '长期';

/** A number of a range as it is written in a rule. */
export function writeValue(number: number, { decimals, unit }: ParameterRange): string {
  return `${Number(number.toFixed(decimals))}${unit}`;
}
