import { Alert, Button, Table } from 'antd';
import {
  automaticOutcome,
  automaticPreviewResponse,
  automaticStanding,
} from '@luodi/server/contract';
import type { AutomaticPreviewResponse, ProgrammeJson } from '@luodi/server/contract';
import { useState } from 'react';
import { money } from '../../components/money.ts';
import { useProgrammeTexts } from '../../i18n/use-programme-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { useHeld } from '../../session/use-held.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';

type Row = AutomaticPreviewResponse['sample'][number];

function Sample({ sample }: { readonly sample: readonly Row[] }) {
  const { automatic: texts } = useProgrammeTexts();
  const { language } = usePageState();
  if (sample.length === 0) return null;
  const rank = ({ standing }: Row) => automaticStanding.options.indexOf(standing);
  const sorted = [...sample].sort((a, b) => rank(a) - rank(b));
  return (
    <>
      <h3>{texts.sample}</h3>
      <Table
        rowKey="enterprise"
        size="small"
        tableLayout="fixed"
        dataSource={sorted}
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        columns={[
          {
            title: texts.enterprise,
            render: (_, { name }: Row) => <span lang="zh-CN">{name}</span>,
          },
          {
            title: texts.standing,
            render: (_, { standing, factLabel, factLabelEn, because, fen }: Row) => (
              <>
                {texts.standings[standing]}
                <span className="quiet">
                  {' '}
                  {language === 'zh' ? factLabel : factLabelEn}
                  {because !== null && texts.reasons[because]}
                </span>
                {fen !== null && (
                  <div className="only-phone figure">{money(BigInt(fen), language)}</div>
                )}
              </>
            ),
          },
          {
            title: texts.sum,
            width: 150,
            // A phone has room for two columns: the sum stands under the result.
            responsive: ['md'],
            align: 'right' as const,
            render: (_, { fen }: Row) => (
              <span className="figure">{fen === null ? '—' : money(BigInt(fen), language)}</span>
            ),
          },
        ]}
      />
    </>
  );
}

function Beginning({
  programme,
  preview,
}: {
  readonly programme: ProgrammeJson;
  readonly preview: AutomaticPreviewResponse;
}) {
  const { automatic: texts, actions } = useProgrammeTexts();
  const { language } = usePageState();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState('');
  const { run, isRunning, fault } = useCommand(automaticOutcome);
  const { certain, lacks_one: asked } = preview.counts;
  const begin = async () => {
    const begun = await run(`/api/programmes/${programme.id}/begin`);
    if (begun === undefined) return;
    setAsking(false);
    setDone(texts.begun(begun.listed, begun.asked, money(BigInt(begun.totalFen), language)));
  };
  return (
    <>
      {done !== '' && <Alert type="success" showIcon title={done} />}
      {certain + asked === 0 ? (
        <p className="quiet">{texts.nobody}</p>
      ) : asking ? (
        <>
          <p>
            <strong>
              {texts.beginWords(certain, money(BigInt(preview.certainFen), language), asked)}
            </strong>
          </p>
          <FaultNotice fault={fault} />
          <div className={caseStyles.actions}>
            <Button type="primary" loading={isRunning} onClick={() => void begin()}>
              {texts.confirm(certain)}
            </Button>
            <Button onClick={() => setAsking(false)}>{actions.cancel}</Button>
          </div>
        </>
      ) : (
        <Button type="primary" onClick={() => setAsking(true)}>
          {texts.begin}
        </Button>
      )}
    </>
  );
}

/** 免申即享: who would get what without asking, and beginning it after its consequences were named. */
export function AutomaticRound({ programme }: { readonly programme: ProgrammeJson }) {
  const { automatic: texts } = useProgrammeTexts();
  const { language } = usePageState();
  const query = useHeld(`/api/programmes/${programme.id}/automatic`, automaticPreviewResponse);
  return (
    <section className={caseStyles.panel} aria-labelledby="automatic-round">
      <h2 id="automatic-round">{texts.title}</h2>
      <p className="quiet">{texts.intro}</p>
      <ServerGate query={query}>
        {(preview) => (
          <>
            <dl className={caseStyles.pairs}>
              {automaticStanding.options.map((standing) => (
                <div key={standing}>
                  <dt>{texts.standings[standing]}</dt>
                  <dd className="figure">{texts.count(preview.counts[standing])}</dd>
                </div>
              ))}
            </dl>
            <p>
              <strong>{texts.total(money(BigInt(preview.certainFen), language))}</strong>
            </p>
            <Beginning programme={programme} preview={preview} />
            <Sample sample={preview.sample} />
          </>
        )}
      </ServerGate>
    </section>
  );
}
