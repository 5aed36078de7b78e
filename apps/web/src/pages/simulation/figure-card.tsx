import { DownloadOutlined } from '@ant-design/icons';
import { Button, Segmented, Skeleton, Table } from 'antd';
import { lazy, Suspense, use, useState } from 'react';
import type { ReactNode } from 'react';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { downloadText } from '../editor/download.ts';
import type { ChartSpec } from './charts/chart-spec.ts';
import { csv } from './csv.ts';
import { FigureSubject } from './figure-subject.ts';
import styles from './simulation.module.css';

const BarChart = lazy(async () => ({
  default: (await import('./charts/bar-chart.tsx')).BarChart,
}));

/** A column of a table: how a row shows in it, and how in a downloaded file. */
export interface FigureColumn<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly plain: (row: Row) => string;
  /** Its heading in the file, with the unit, if another. */
  readonly plainTitle?: string;
  readonly words?: boolean;
}

interface FigureCardProps<Row> {
  readonly title: string;
  /** The sentence that the figures prove. */
  readonly finding: string;
  readonly note?: ReactNode;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly FigureColumn<Row>[];
  /** None: a table alone. */
  readonly chart?: ChartSpec | undefined;
  readonly file: string;
  /** Stands beside every figure: what it was counted on. */
  readonly basis: string;
}

/** Figures as a chart, as a table and as a file. */
export function FigureCard<Row extends object>(props: FigureCardProps<Row>) {
  const { title, finding, note, rows, rowKey, columns, chart, file, basis } = props;
  const texts = useSimulationTexts().figures;
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const subject = use(FigureSubject);
  const asChart = chart !== undefined && rows.length > 0 && view === 'chart';
  const download = () =>
    downloadText(
      `${file}.csv`,
      csv([
        columns.map((column) => column.plainTitle ?? column.title),
        ...rows.map((row) => columns.map(({ plain }) => plain(row))),
        [[title, subject].join(' · ')],
        [basis],
      ]),
    );
  return (
    <section className={styles.figure} aria-label={title}>
      <div className={styles.figureHead}>
        <div>
          <h3>{title}</h3>
          <p className={styles.finding}>{finding}</p>
        </div>
        <div className={`${styles.figureTools} no-print`}>
          {chart !== undefined && (
            <Segmented
              size="small"
              aria-label={texts.view(title)}
              value={view}
              options={[
                { value: 'chart', label: texts.chart },
                { value: 'table', label: texts.table },
              ]}
              onChange={setView}
            />
          )}
          <Button
            size="small"
            icon={<DownloadOutlined />}
            aria-label={`${texts.download}: ${title}`}
            title={texts.download}
            disabled={subject === undefined}
            onClick={download}
          />
        </div>
      </div>
      {asChart ? (
        <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>
          <BarChart spec={chart} label={`${title}: ${finding}`} />
        </Suspense>
      ) : (
        <section
          className={styles.scroll}
          aria-label={`${texts.table}: ${title}`}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached with the keyboard
          tabIndex={0}
        >
          <Table
            size="small"
            rowKey={rowKey}
            dataSource={[...rows]}
            pagination={false}
            columns={columns.map(({ title: heading, cell, words }) => ({
              title: heading,
              key: heading,
              align: words === true ? ('left' as const) : ('right' as const),
              render: (_: unknown, row: Row) =>
                words === true ? (
                  <div className={styles.wordCell}>{cell(row)}</div>
                ) : (
                  <span className="figure">{cell(row)}</span>
                ),
            }))}
          />
        </section>
      )}
      {note !== undefined && <p className={styles.small}>{note}</p>}
      <p className={styles.small}>{basis}</p>
    </section>
  );
}
