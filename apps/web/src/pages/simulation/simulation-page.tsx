import { Segmented } from 'antd';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { usePageParameters } from '../../state/page-parameters.ts';
import { ComparisonPart } from './comparison-part.tsx';
import { DraftPart } from './draft-part.tsx';
import { MeasurePart } from './measure-part.tsx';
import { PopulationLine } from './population-line.tsx';
import { useSimulation } from './use-simulation.ts';

const parts = ['measure', 'compare', 'draft'] as const;

/** 政策推演: what a change of a rule would cost, and who would gain. */
export function SimulationPage() {
  const texts = useSimulationTexts();
  const query = useSimulation();
  const [read, change] = usePageParameters();
  const part = parts.find((each) => each === read('part')) ?? 'measure';
  return (
    <>
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.intro}</p>
      <ServerGate query={query}>
        {(simulation) => (
          <>
            <PopulationLine {...simulation} />
            <Segmented
              className="no-print"
              aria-label={texts.part}
              value={part}
              options={parts.map((value) => ({
                value,
                label: texts.parts[value],
              }))}
              onChange={(chosen) => change({ part: chosen === 'measure' ? '' : chosen })}
            />
            {part === 'measure' && <MeasurePart simulation={simulation} />}
            {part === 'compare' && <ComparisonPart simulation={simulation} />}
            {part === 'draft' && <DraftPart simulation={simulation} />}
          </>
        )}
      </ServerGate>
    </>
  );
}
