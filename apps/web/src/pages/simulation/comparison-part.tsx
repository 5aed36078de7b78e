import { SwapOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { simulationCompareLine } from '@luodi/server/contract';
import type { SimulationResponse } from '@luodi/server/contract';
import { Choice } from '../../components/choice.tsx';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import { AnswerProgress } from './answer-progress.tsx';
import { populationKey } from './basis.ts';
import { ComparisonOutcome } from './comparison-outcome.tsx';
import { budgetOf } from './parameter-value.ts';
import { Refusal } from './refusal.tsx';
import styles from './simulation.module.css';
import { clientWord, useLongAnswer } from './use-answer.ts';

type Documents = SimulationResponse['documents'];

function Choices({ documents }: { readonly documents: Documents }) {
  const { compare: texts } = useSimulationTexts();
  const { language } = usePageState();
  const [read, change] = usePageParameters();
  const earlier = read('earlier');
  const later = read('later');
  const titleOf = ({ title, titleEn }: Documents[number]) => (language === 'zh' ? title : titleEn);
  const options = documents.map((document) => ({
    value: document.id,
    label: document.draft ? `${titleOf(document)} (${texts.draft})` : titleOf(document),
  }));
  const pairs = documents.flatMap((draft) => {
    const final = documents.find(({ id }) => id === draft.draftOf);
    return final === undefined ? [] : [{ draft, final }];
  });
  return (
    <div className={`${styles.choose} no-print`}>
      <p className="quiet">{texts.intro}</p>
      {pairs.length > 0 && (
        <div className={styles.presets}>
          {pairs.map(({ draft, final }) => (
            <Button
              key={draft.id}
              onClick={() => change({ earlier: draft.id, later: final.id }, 'new')}
            >
              <span className={styles.presetName}>{texts.against(titleOf(final))}</span>
            </Button>
          ))}
        </div>
      )}
      <div className={styles.documents}>
        <Choice
          label={texts.earlier}
          value={earlier}
          width={440}
          options={options}
          onChange={(id) => change({ earlier: id })}
        />
        <Button
          icon={<SwapOutlined />}
          aria-label={texts.swap}
          title={texts.swap}
          onClick={() => change({ earlier: later, later: earlier })}
        />
        <Choice
          label={texts.later}
          value={later}
          width={440}
          options={options}
          onChange={(id) => change({ later: id })}
        />
      </div>
    </div>
  );
}

function Comparison({
  earlier,
  later,
  simulation,
}: {
  readonly earlier: string;
  readonly later: string;
  readonly simulation: SimulationResponse;
}) {
  const texts = useSimulationTexts();
  const { date } = usePageState();
  const [read] = usePageParameters();
  const budget = budgetOf(read('budget'));
  const answering = useLongAnswer(
    '/api/simulation/compare',
    JSON.stringify({
      earlier,
      later,
      date: date.toString(),
      ...(budget === undefined ? {} : { budget }),
      client: clientWord('compare'),
    }),
    simulationCompareLine,
    populationKey(simulation.population),
  );
  const { answer, pending, error } = answering;
  if (error !== undefined) return <Refusal error={error} />;
  const sides = { before: texts.answer.earlier, after: texts.answer.later };
  const file = `simulation-${earlier}-${later}-${date.toString()}`;
  return (
    <>
      <AnswerProgress answering={answering} />
      {answer !== undefined && (
        <ComparisonOutcome
          comparison={answer}
          sides={sides}
          simulation={simulation}
          pending={pending}
          file={file}
        />
      )}
    </>
  );
}

/** Two documents: what each costs, measure by measure. */
export function ComparisonPart({ simulation }: { readonly simulation: SimulationResponse }) {
  const { compare: texts } = useSimulationTexts();
  const [read] = usePageParameters();
  const known = (id: string) => simulation.documents.some((document) => document.id === id);
  const earlier = read('earlier');
  const later = read('later');
  const both = known(earlier) && known(later);
  return (
    <>
      <Choices documents={simulation.documents} />
      {both && earlier === later && <Alert type="info" title={texts.same} />}
      {both && earlier !== later && (
        <Comparison
          key={`${earlier} ${later}`}
          earlier={earlier}
          later={later}
          simulation={simulation}
        />
      )}
    </>
  );
}
