import type { AdjustableMeasure, SimulationParameter } from '@luodi/server/contract';
import { numberOf, valueOf } from './parameter-value.ts';

/** A measure with its rate a step higher. */
export interface Preset {
  readonly measure: AdjustableMeasure;
  readonly rate: SimulationParameter;
  readonly value: string;
}

function presetOf(measure: AdjustableMeasure): readonly Preset[] {
  const rate = measure.parameters.find(({ kind, range }) => kind === 'rate' && range !== null);
  const capped = measure.parameters.some(({ kind }) => kind === 'cap');
  if (rate === undefined || rate.range === null || !capped) return [];
  const number = numberOf(rate.value, rate.range) ?? rate.range.value;
  return [{ measure, rate, value: valueOf(number + rate.range.step, rate.range) }];
}

/** Measures to begin with on a day: in force, with a rate and a cap, those first whose matter most measures deal with. */
export function presetsOf(
  measures: readonly AdjustableMeasure[],
  date: string,
  many: number,
): readonly Preset[] {
  const inMatter = (matter: string) => measures.filter((each) => each.matter === matter).length;
  return measures
    .filter(({ validity: { from, until } }) => from <= date && (until === null || date <= until))
    .flatMap(presetOf)
    .toSorted((a, b) => inMatter(b.measure.matter) - inMatter(a.measure.matter))
    .slice(0, many);
}
