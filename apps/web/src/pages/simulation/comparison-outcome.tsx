import type { SimulationCompareResponse, SimulationResponse } from '@luodi/server/contract';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { basisOf } from './basis.ts';
import { ComparedMeasures } from './compared-measures.tsx';
import type { SideNames } from './outcome.ts';
import { OutcomeView } from './outcome-view.tsx';

/** What two documents, or a draft and what it replaces, cost: measure by measure first, then all the rest. */
export function ComparisonOutcome({
  comparison,
  sides,
  simulation,
  pending,
  file,
}: {
  readonly comparison: SimulationCompareResponse;
  readonly sides: SideNames;
  readonly simulation: SimulationResponse;
  readonly pending: boolean;
  readonly file: string;
}) {
  const texts = useSimulationTexts();
  const { language } = usePageState();
  const titleOf = (id: string) => {
    const found = simulation.documents.find((document) => document.id === id);
    if (found === undefined) return id === '' ? texts.compare.missing : id;
    return language === 'zh' ? found.title : found.titleEn;
  };
  const subject = [
    `${sides.before}: ${titleOf(comparison.earlier)}`,
    `${sides.after}: ${titleOf(comparison.later)}`,
  ].join(' · ');
  return (
    <OutcomeView
      outcome={comparison}
      subject={subject}
      interaction={comparison.interaction}
      sides={sides}
      changed
      pending={pending}
      file={file}
      first={
        <ComparedMeasures
          comparison={comparison}
          sides={sides}
          adjustable={new Set(simulation.measures.map(({ measure }) => measure))}
          file={file}
          basis={basisOf(comparison.population, texts)}
        />
      }
    />
  );
}
