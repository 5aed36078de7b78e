import type { SimulationPopulation } from '@luodi/server/contract';
import type { SimulationTexts } from '../../i18n/simulation-zh.ts';
import { count } from './city-sum.ts';

/** What figures are counted on, in one line that stands beside each of them. */
export function basisOf(
  { synthetic, size, standsFor, seed }: SimulationPopulation,
  { population }: SimulationTexts,
): string {
  return synthetic
    ? `${population.synthetic} · ${population.line(count(size), count(standsFor), seed)}`
    : population.real(count(size), count(standsFor));
}

/** Which population it is: answers on another are other answers. */
export function populationKey(population: SimulationPopulation | null): string {
  return population === null
    ? ''
    : `${population.title}·${population.size}·${population.seed}·${population.day}`;
}
