import { Alert, Button, Input, InputNumber, Table } from 'antd';
import { sampleResponse } from '@luodi/server/contract';
import type { ProgrammeJson, SampleResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { Link } from 'react-router';
import { Choice } from '../../components/choice.tsx';
import { money } from '../../components/money.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { WorkbookButton } from '../../components/workbook-button.tsx';
import { useCorrectionTexts } from '../../i18n/use-correction-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { readSum } from '../cases/amount-field.tsx';
import caseStyles from '../cases/cases.module.css';
import { titleOf } from '../cases/title-of.ts';
import styles from './corrections.module.css';

type Drawn = SampleResponse['drawn'][number];
type Question = Readonly<Record<'seed' | 'size' | 'programme' | 'fromFen', string>>;

const usualSize = 20;
const mostDrawn = 200;

/** The id of a decision, which a narrow column may break behind a stroke and nowhere within a word. */
function DecisionName({ id }: { readonly id: string }) {
  return (
    <span style={{ overflowWrap: 'break-word' }}>
      {id.split('/').flatMap((part, at) => (at === 0 ? [part] : ['/', <wbr key={at} />, part]))}
    </span>
  );
}

function Finding({ of: { finding, parts } }: { readonly of: Drawn }) {
  const { sample: texts } = useCorrectionTexts();
  return (
    <>
      <StatusTag tone={finding === 'confirmed' ? 'good' : 'attention'}>
        {texts.findings[finding]}
      </StatusTag>
      <span className="quiet"> {parts.join(', ')}</span>
    </>
  );
}

function Result({
  sample,
  question,
}: {
  readonly sample: SampleResponse;
  readonly question: Question;
}) {
  const { sample: texts } = useCorrectionTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const { drawn, population } = sample;
  if (population === 0) return <p>{texts.none}</p>;
  const denied = drawn.filter(({ finding }) => finding !== 'confirmed').length;
  return (
    <>
      <Alert
        className={styles.found ?? ''}
        type={denied === 0 ? 'success' : 'warning'}
        showIcon
        title={`${texts.drawn(drawn.length, population)} · ${denied === 0 ? texts.allConfirmed : texts.denied(denied)}`}
      />
      <p>
        <WorkbookButton path="/api/decision-samples/xlsx" parameters={question} />
      </p>
      <Table
        rowKey="decision"
        size="small"
        tableLayout="fixed"
        dataSource={drawn}
        pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
        columns={[
          {
            title: texts.columns.decision,
            render: (_, { decision, case: id, enterpriseName }: Drawn) => (
              <>
                <Link to={`/cases/${encodeURIComponent(id)}${kept}`}>
                  <DecisionName id={decision} />
                </Link>
                <div className="only-phone quiet" lang="zh-CN">
                  {enterpriseName}
                </div>
              </>
            ),
          },
          {
            title: texts.columns.enterprise,
            responsive: ['md'],
            render: (_, { enterpriseName }: Drawn) => <span lang="zh-CN">{enterpriseName}</span>,
          },
          {
            title: texts.columns.sum,
            width: language === 'zh' ? 120 : 150,
            align: 'right',
            render: (_, each: Drawn) => (
              <>
                <span className="figure">{money(BigInt(each.amountFen), language)}</span>
                <div className="only-phone">
                  <Finding of={each} />
                </div>
              </>
            ),
          },
          {
            title: texts.columns.result,
            width: 120,
            responsive: ['md'],
            render: (_, each: Drawn) => <Finding of={each} />,
          },
        ]}
      />
    </>
  );
}

function Answer({ question }: { readonly question: Question }) {
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(question)) if (value !== '') asked.set(key, value);
  const query = useHeld(`/api/decision-samples?${asked.toString()}`, sampleResponse);
  return (
    <ServerGate query={query}>
      {(sample) => <Result sample={sample} question={question} />}
    </ServerGate>
  );
}

/** 抽查复算: decisions drawn by a seed that anybody can repeat, each reached again. */
export function DecisionSample({ programmes }: { readonly programmes: readonly ProgrammeJson[] }) {
  const { sample: texts } = useCorrectionTexts();
  const { language } = usePageState();
  const [seed, setSeed] = useState('');
  const [size, setSize] = useState(usualSize);
  const [programme, setProgramme] = useState('');
  const [from, setFrom] = useState('');
  const [asked, setAsked] = useState<Question>();
  const least = readSum(from, undefined);
  return (
    <section className={caseStyles.section} aria-labelledby="decision-sample">
      <h2 id="decision-sample">{texts.title}</h2>
      <p className="quiet">{texts.intro}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const fromFen = least.kind === 'sum' ? least.fen.toString() : '';
          setAsked({ seed: seed.trim(), size: String(size), programme, fromFen });
        }}
      >
        <div className={caseStyles.fields}>
          <label>
            {texts.seed}
            <Input
              maxLength={100}
              aria-describedby="seed-hint"
              value={seed}
              onChange={({ currentTarget }) => setSeed(currentTarget.value)}
            />
            <span id="seed-hint" className="quiet">
              {texts.seedHint}
            </span>
          </label>
          <label>
            {texts.size}
            <InputNumber
              min={1}
              max={mostDrawn}
              precision={0}
              style={{ width: '100%' }}
              value={size}
              onChange={(value) => setSize(value ?? usualSize)}
            />
          </label>
          <label>
            {texts.from}
            <Input
              inputMode="decimal"
              status={least.kind === 'unreadable' ? 'error' : ''}
              value={from}
              onChange={({ currentTarget }) => setFrom(currentTarget.value)}
            />
          </label>
          <div className={styles.last}>
            {texts.programme}
            <Choice
              label={texts.all}
              width={400}
              value={programme}
              options={programmes.map((each) => ({
                value: each.id,
                label: titleOf(each, language),
              }))}
              onChange={setProgramme}
            />
          </div>
        </div>
        <div className={caseStyles.actions}>
          <Button
            type="primary"
            htmlType="submit"
            disabled={seed.trim() === '' || least.kind === 'unreadable'}
          >
            {texts.draw}
          </Button>
        </div>
      </form>
      {asked !== undefined && <Answer question={asked} />}
    </section>
  );
}
