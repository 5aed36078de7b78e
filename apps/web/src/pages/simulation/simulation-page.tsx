import { Segmented } from 'antd';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { usePageParameters } from '../../state/page-parameters.ts';
import { ComparisonPart } from './comparison-part.tsx';
import { MeasurePart } from './measure-part.tsx';
import { PopulationLine } from './population-line.tsx';
import { useSimulation } from './use-simulation.ts';

/** 政策推演: what a change of a rule would cost, and who would gain. */
export function SimulationPage() {
  const texts = useSimulationTexts();
  const query = useSimulation();
  const [read, change] = usePageParameters();
  const part = read('part') === 'compare' ? 'compare' : 'measure';
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
              options={(['measure', 'compare'] as const).map((value) => ({
                value,
                label: texts.parts[value],
              }))}
              onChange={(chosen) => change({ part: chosen === 'compare' ? chosen : '' })}
            />
            {part === 'compare' ? (
              <ComparisonPart simulation={simulation} />
            ) : (
              <MeasurePart simulation={simulation} />
            )}
          </>
        )}
      </ServerGate>
    </>
  );
}
