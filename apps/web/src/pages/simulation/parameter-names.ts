import type { AdjustableMeasure } from '@luodi/server/contract';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';

/** Names of the parameters of a measure by id: 比例, or 比例 1 and 比例 2 where there are several of a kind. */
export function useParameterNames(measure: AdjustableMeasure): (id: string) => string {
  const { parameters: texts } = useSimulationTexts();
  const { parameters } = measure;
  return (id) => {
    const found = parameters.find((parameter) => parameter.id === id);
    if (found === undefined) return id;
    if (found.id === 'from') return texts.from;
    if (found.id === 'until') return texts.until;
    const alike = parameters.filter(({ kind }) => kind === found.kind);
    const name = texts.kinds[found.kind];
    return alike.length === 1 ? name : `${name} ${alike.indexOf(found) + 1}`;
  };
}
