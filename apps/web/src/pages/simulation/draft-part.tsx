import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Upload } from 'antd';
import { useState } from 'react';
import { simulationDraftLine } from '@luodi/server/contract';
import type { SimulationDraftResponse, SimulationResponse } from '@luodi/server/contract';
import { Choice } from '../../components/choice.tsx';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import { AnswerProgress } from './answer-progress.tsx';
import { populationKey } from './basis.ts';
import { carriedDraft, carryDraft } from './carried-draft.ts';
import type { CarriedDraft } from './carried-draft.ts';
import { ComparisonOutcome } from './comparison-outcome.tsx';
import { budgetOf } from './parameter-value.ts';
import { Refusal } from './refusal.tsx';
import styles from './simulation.module.css';
import { clientWord, useLongAnswer } from './use-answer.ts';

function DraftForm({
  draft,
  documents,
  onChange,
  onAsk,
}: {
  readonly draft: CarriedDraft;
  readonly documents: SimulationResponse['documents'];
  readonly onChange: (draft: CarriedDraft) => void;
  readonly onAsk: () => void;
}) {
  const { draft: texts } = useSimulationTexts();
  const { language } = usePageState();
  const [read, change] = usePageParameters();
  const readFile = async (file: File) => onChange({ ...draft, policy: await file.text() });
  return (
    <div className={`${styles.choose} no-print`}>
      <p className="quiet">{texts.intro}</p>
      <Input.TextArea
        aria-label={texts.text}
        placeholder={texts.placeholder}
        className={styles.draftText ?? ''}
        lang="zh-CN"
        spellCheck={false}
        rows={14}
        value={draft.policy}
        onChange={(event) => onChange({ ...draft, policy: event.target.value })}
      />
      <div className={styles.documents}>
        <Upload
          accept=".md,.txt"
          maxCount={1}
          showUploadList={false}
          beforeUpload={(file) => {
            void readFile(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />}>{texts.file}</Button>
        </Upload>
        <Choice
          label={texts.against}
          value={read('against')}
          width={440}
          options={documents.map(({ id, title, titleEn }) => ({
            value: id,
            label: language === 'zh' ? title : titleEn,
          }))}
          onChange={(id) => change({ against: id })}
        />
        <Button type="primary" disabled={draft.policy.trim() === ''} onClick={onAsk}>
          {texts.ask}
        </Button>
      </div>
      {draft.vocabulary.trim() !== '' && <p className="quiet">{texts.vocabulary}</p>}
    </div>
  );
}

function Warnings({ warnings }: Pick<SimulationDraftResponse, 'warnings'>) {
  const { draft: texts } = useSimulationTexts();
  if (warnings.length === 0) return null;
  return (
    <details>
      <summary>{texts.warnings(warnings.length)}</summary>
      <ul lang="zh-CN">
        {warnings.map(({ line, column, code, message }) => (
          <li key={`${line}:${column} ${code} ${message}`}>
            {line}:{column} {message}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What there is without the draft, and with it. */
function DraftAnswer({
  question,
  simulation,
}: {
  readonly question: string;
  readonly simulation: SimulationResponse;
}) {
  const texts = useSimulationTexts();
  const { date } = usePageState();
  const answering = useLongAnswer(
    '/api/simulation/draft',
    question,
    simulationDraftLine,
    populationKey(simulation.population),
  );
  const { answer, pending, error } = answering;
  if (error !== undefined) return <Refusal error={error} />;
  const sides = { before: texts.draft.before, after: texts.draft.after };
  const file = `simulation-draft-${date.toString()}`;
  return (
    <>
      <AnswerProgress answering={answering} />
      {answer?.earlier === null && <Alert type="info" showIcon title={texts.draft.allNew} />}
      {answer !== undefined && (
        <>
          <Warnings warnings={answer.warnings} />
          <ComparisonOutcome
            comparison={{ ...answer, earlier: answer.earlier ?? '' }}
            sides={sides}
            simulation={simulation}
            pending={pending}
            file={file}
          />
        </>
      )}
    </>
  );
}

/** A policy that is not in the library: pasted, from a file or from the editor; it stays in the browser and is only asked about. */
export function DraftPart({ simulation }: { readonly simulation: SimulationResponse }) {
  const { date } = usePageState();
  const [read] = usePageParameters();
  const [draft, setDraft] = useState(carriedDraft);
  const [asked, setAsked] = useState<CarriedDraft | undefined>(undefined);
  const change = (next: CarriedDraft) => {
    setDraft(next);
    setAsked(undefined);
    carryDraft(next);
  };
  const budget = budgetOf(read('budget'));
  const against = read('against');
  return (
    <>
      <DraftForm
        draft={draft}
        documents={simulation.documents}
        onChange={change}
        onAsk={() => setAsked(draft)}
      />
      {asked !== undefined && (
        <DraftAnswer
          question={JSON.stringify({
            text: asked.policy,
            ...(asked.vocabulary.trim() === '' ? {} : { vocabulary: asked.vocabulary }),
            ...(against === '' ? {} : { against }),
            date: date.toString(),
            ...(budget === undefined ? {} : { budget }),
            client: clientWord('draft'),
          })}
          simulation={simulation}
        />
      )}
    </>
  );
}
