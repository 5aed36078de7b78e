import type { AdjustableMeasure, SimulationParameter } from '@luodi/server/contract';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import type { Changes } from './page-changes.ts';
import { useParameterNames } from './parameter-names.ts';
import { valueWords } from './parameter-value.ts';

/** A measure and what is changed of it, in words: 研发投入补助 · 比例 5% → 6%. */
export function useSubject(measure: AdjustableMeasure, changes: Changes): string {
  const { marginal, answer, units } = useSimulationTexts();
  const { language } = usePageState();
  const nameOf = useParameterNames(measure);
  const written = (value: string, { choices }: SimulationParameter): string => {
    const chosen = choices?.find((choice) => choice.value === value);
    if (chosen !== undefined) return language === 'zh' ? chosen.label : chosen.labelEn;
    return valueWords(value, language, units);
  };
  const changed = measure.parameters.flatMap((parameter) => {
    const value = changes.get(parameter.id);
    if (value === undefined) return [];
    const [from, to] = [written(parameter.value, parameter), written(value, parameter)];
    return [`${nameOf(parameter.id)} ${marginal.step(from, to)}`];
  });
  return [
    language === 'zh' ? measure.label : measure.labelEn,
    ...(changed.length === 0 ? [answer.before] : changed),
  ].join(' · ');
}
