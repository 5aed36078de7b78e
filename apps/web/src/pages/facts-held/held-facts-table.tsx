import { Button, Input, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import type { HeldFactJson, HeldValueJson } from '@luodi/server/contract';
import { useState } from 'react';
import { StatusTag } from '../../components/status-tag.tsx';
import { useFactsHeldTexts } from '../../i18n/use-facts-held-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { DisputeForm } from './dispute-form.tsx';
import styles from './facts-held.module.css';

/** One value of a fact, as a row. */
interface Row {
  readonly key: string;
  readonly fact: HeldFactJson;
  readonly value: HeldValueJson;
  /** Others follow it, or it is one of these. */
  readonly standing: 'alone' | 'prevails' | 'other';
  /** It says something else than the value that counts. */
  readonly isSetAside: boolean;
}

function rowsOf(facts: readonly HeldFactJson[]): readonly Row[] {
  return facts.flatMap((fact) =>
    fact.values.map((value, at) => ({
      key: `${fact.fact} ${fact.year ?? ''} ${value.record ?? value.source}`,
      fact,
      value,
      standing: at > 0 ? 'other' : fact.values.length > 1 ? 'prevails' : 'alone',
      isSetAside: value.shown.zh !== fact.values[0]?.shown.zh,
    })),
  );
}

function useColumns(mayDispute: boolean, onDispute: (key: string) => void): TableColumnsType<Row> {
  const { file, dispute } = useFactsHeldTexts();
  const { language } = usePageState();
  const source = ({ value }: Row) => (
    <>
      {value.record === null ? file.register : value.sourceName[language]}
      {value.broughtFor !== null && (
        <div className="quiet">{file.by(value.broughtFor[language])}</div>
      )}
    </>
  );
  return [
    {
      title: file.fact,
      render: (_, { fact, standing }) =>
        standing === 'other' ? null : (
          <>
            {fact.label[language]}
            {fact.year !== null && <span className="quiet"> {file.year(fact.year)}</span>}
          </>
        ),
    },
    {
      title: file.value,
      render: (_, row) => (
        <>
          <span className={row.standing === 'other' ? 'quiet' : 'figure'}>
            {row.isSetAside ? <s>{row.value.shown[language]}</s> : row.value.shown[language]}
          </span>{' '}
          {row.value.disputed && <StatusTag tone="attention">{file.disputed}</StatusTag>}
          {row.standing === 'prevails' &&
            (row.fact.because === 'source' || row.fact.because === 'later') && (
              <div className="quiet">{file.because[row.fact.because]}</div>
            )}
          <div className={`quiet ${styles.narrow}`}>
            {source(row)} <span className={`figure ${styles.day}`}>{row.value.asOf}</span>
          </div>
        </>
      ),
    },
    { title: file.source, width: 190, responsive: ['md'], render: (_, row) => source(row) },
    {
      title: file.asOf,
      width: 120,
      responsive: ['md'],
      render: (_, { value }) => <span className="figure">{value.asOf}</span>,
    },
    ...(mayDispute
      ? [
          {
            title: '',
            width: 108,
            render: (_: unknown, { key, fact, value }: Row) =>
              value.record !== null &&
              !value.disputed &&
              !value.selfReported && (
                <Button
                  size="small"
                  aria-label={dispute.raiseAbout(fact.label[language])}
                  onClick={() => onDispute(key)}
                >
                  {dispute.raise}
                </Button>
              ),
          },
        ]
      : []),
  ];
}

/** Every value held, the one that counts first; its enterprise can dispute it. */
export function HeldFactsTable({
  facts,
  mayDispute,
}: {
  readonly facts: readonly HeldFactJson[];
  readonly mayDispute: boolean;
}) {
  const { file } = useFactsHeldTexts();
  const { language } = usePageState();
  const [words, setWords] = useState('');
  const [disputing, setDisputing] = useState<string>();
  const columns = useColumns(mayDispute, setDisputing);
  if (facts.length === 0) return <p>{file.none}</p>;
  const shown = facts.filter(({ label }) =>
    label[language].toLowerCase().includes(words.trim().toLowerCase()),
  );
  return (
    <>
      <div className={styles.row}>
        <Input.Search
          aria-label={file.filter}
          placeholder={file.filter}
          allowClear
          style={{ maxWidth: 320 }}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <Table
        rowKey="key"
        size="small"
        tableLayout="fixed"
        dataSource={rowsOf(shown)}
        columns={columns}
        pagination={{ pageSize: 100, showSizeChanger: false, hideOnSinglePage: true }}
        expandable={{
          showExpandColumn: false,
          expandedRowKeys: disputing === undefined ? [] : [disputing],
          expandedRowRender: ({ fact, value }) => (
            <DisputeForm fact={fact} value={value} onDone={() => setDisputing(undefined)} />
          ),
        }}
      />
    </>
  );
}
