import { usePageState } from '../state/page-state.ts';
import { simulationEn } from './simulation-en.ts';
import { simulationZh } from './simulation-zh.ts';
import type { SimulationTexts } from './simulation-zh.ts';

const dictionaries = { zh: simulationZh, en: simulationEn };

/** The words of the simulation page in the language of the page. */
export function useSimulationTexts(): SimulationTexts {
  return dictionaries[usePageState().language];
}
