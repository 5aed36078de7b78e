import { Skeleton } from 'antd';
import type { AdjustableMeasure, SimulationRunResponse } from '@luodi/server/contract';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { plainYuan, signedCount, signedSum } from './city-sum.ts';
import { FigureCard } from './figure-card.tsx';
import type { FigureColumn } from './figure-card.tsx';
import { useParameterNames } from './parameter-names.ts';
import { valueWords } from './parameter-value.ts';
import styles from './simulation.module.css';

type Marginal = NonNullable<SimulationRunResponse['marginal']>[number];
type Direction = 'up' | 'down';

/** What there is to say of a step; `undefined` where there is no such step. */
function saidOf(
  row: Marginal,
  direction: Direction,
  say: (step: NonNullable<Marginal[Direction]>) => string,
): string | undefined {
  const step = row[direction];
  return step === null ? undefined : say(step);
}

/** What a step of each parameter costs, once the sliders rest. */
export function MarginalView({
  measure,
  marginal,
  file,
  basis,
}: {
  readonly measure: AdjustableMeasure;
  /** `undefined`: not known yet. */
  readonly marginal: readonly Marginal[] | undefined;
  readonly file: string;
  readonly basis: string;
}) {
  const { marginal: texts, figures, units } = useSimulationTexts();
  const { language } = usePageState();
  const nameOf = useParameterNames(measure);
  if (marginal === undefined)
    return (
      <section className={styles.figure} aria-label={texts.title}>
        <h3>{texts.title}</h3>
        <p className={styles.finding}>{texts.waiting}</p>
        <Skeleton active paragraph={{ rows: 4 }} />
      </section>
    );
  const name = ({ parameter }: Marginal) => nameOf(parameter);
  const cost = (row: Marginal, direction: Direction) => row[direction]?.upToFen ?? 0;
  const words = (value: string) => valueWords(value, language, units);
  const step = (row: Marginal, direction: Direction) => {
    const target = row[direction];
    return target === null ? '—' : texts.step(words(row.value), words(target.value));
  };
  const rows = marginal
    .filter(({ up, down }) => up !== null || down !== null)
    .toSorted(
      (a, b) =>
        Math.max(Math.abs(cost(b, 'up')), Math.abs(cost(b, 'down'))) -
        Math.max(Math.abs(cost(a, 'up')), Math.abs(cost(a, 'down'))),
    );
  const [first] = rows;
  const steepest: Direction =
    first !== undefined && Math.abs(cost(first, 'down')) > Math.abs(cost(first, 'up'))
      ? 'down'
      : 'up';
  const columns = (['up', 'down'] as const).flatMap((direction): FigureColumn<Marginal>[] => [
    {
      title: texts[direction],
      cell: (row) => step(row, direction),
      plain: (row) => step(row, direction),
    },
    {
      title: `${texts[direction]} · ${texts.upTo}`,
      plainTitle: `${texts[direction]} · ${texts.upTo}${figures.fen}`,
      cell: (row) => saidOf(row, direction, ({ upToFen }) => signedSum(upToFen, language)) ?? '—',
      plain: (row) => saidOf(row, direction, ({ upToFen }) => plainYuan(upToFen)) ?? '',
    },
    {
      title: `${texts[direction]} · ${texts.certain}`,
      plainTitle: `${texts[direction]} · ${texts.certain}${figures.fen}`,
      cell: (row) =>
        saidOf(row, direction, ({ certainFen }) => signedSum(certainFen, language)) ?? '—',
      plain: (row) => saidOf(row, direction, ({ certainFen }) => plainYuan(certainFen)) ?? '',
    },
    {
      title: `${texts[direction]} · ${texts.entitled}`,
      plainTitle: `${texts[direction]}${figures.count}`,
      cell: (row) => saidOf(row, direction, ({ entitled }) => signedCount(entitled)) ?? '—',
      plain: (row) => saidOf(row, direction, ({ entitled }) => String(entitled)) ?? '',
    },
  ]);
  return (
    <FigureCard
      title={texts.title}
      finding={
        first === undefined
          ? texts.none
          : texts.finding(
              `${name(first)} ${step(first, steepest)}`,
              signedSum(cost(first, steepest), language),
            )
      }
      note={texts.note}
      rows={rows}
      rowKey={({ parameter }) => parameter}
      columns={[{ title: texts.parameter, cell: name, plain: name, words: true }, ...columns]}
      chart={{
        categories: rows.map((row) => `${name(row)}\n${words(row.value)}`),
        sets: (['down', 'up'] as const).map((direction) => ({
          name: texts[direction],
          look: direction === 'down' ? ('hatched' as const) : ('plain' as const),
          bars: rows.map((row) => ({
            value: cost(row, direction),
            label: signedSum(cost(row, direction), language),
          })),
        })),
      }}
      file={`${file}-marginal`}
      basis={basis}
    />
  );
}
