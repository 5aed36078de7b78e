import { Skeleton, Tag } from 'antd';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { citySum, count, plainYuan, signedSum } from './city-sum.ts';
import { FigureCard } from './figure-card.tsx';
import type { FigureColumn } from './figure-card.tsx';
import type { Outcome, SideNames } from './outcome.ts';
import { Sum } from './sum.tsx';
import styles from './simulation.module.css';

type Interaction = NonNullable<Outcome['interaction']>;
interface Row extends Pick<Interaction['total'], 'before' | 'after'> {
  readonly key: string;
  readonly name: string;
  readonly changed: boolean;
}

/** What the measures that stand in each other's way cost together: the net cost of the change. */
export function InteractionView({
  interaction,
  sides,
  file,
  basis,
}: {
  /** `null`: the measure stands alone; `undefined`: not known yet. */
  readonly interaction: Outcome['interaction'] | undefined;
  readonly sides: SideNames;
  readonly file: string;
  readonly basis: string;
}) {
  const all = useSimulationTexts();
  const { interaction: texts, answer, figures } = all;
  const { language } = usePageState();
  if (interaction === undefined)
    return (
      <section className={styles.figure} aria-label={texts.title} aria-busy>
        <h3>{texts.title}</h3>
        <p className={styles.finding}>{texts.waiting}</p>
        <Skeleton active paragraph={{ rows: 4 }} />
      </section>
    );
  if (interaction === null)
    return (
      <section className={styles.figure} aria-label={texts.title}>
        <h3>{texts.title}</h3>
        <p className={styles.finding}>{texts.alone}</p>
      </section>
    );
  const { measures, total } = interaction;
  const rows: readonly Row[] = [
    ...measures.map(({ measure, label, labelEn, changed, before, after }) => ({
      key: measure,
      name: language === 'zh' ? label : labelEn,
      changed,
      before,
      after,
    })),
    { key: '', name: texts.total, changed: false, ...total },
  ];
  const net = total.after.upToFen - total.before.upToFen;
  const sum = (title: string, of: (row: Row) => number): FigureColumn<Row> => ({
    title,
    plainTitle: `${title}${figures.fen}`,
    cell: (row) => <Sum fen={of(row)} />,
    plain: (row) => plainYuan(of(row)),
  });
  const difference = (title: string, of: (row: Row) => number): FigureColumn<Row> => ({
    title,
    plainTitle: `${title}${figures.fen}`,
    cell: (row) => signedSum(of(row), language),
    plain: (row) => plainYuan(of(row)),
  });
  const enterprises = (title: string, of: (row: Row) => number): FigureColumn<Row> => ({
    title: `${title}${figures.count}`,
    cell: (row) => count(of(row)),
    plain: (row) => String(of(row)),
  });
  const words = (fen: number) =>
    fen > 0 ? answer.more(citySum(fen, language)) : answer.less(citySum(-fen, language));
  return (
    <FigureCard
      title={texts.title}
      finding={net === 0 ? texts.netSame : texts.net(words(net))}
      note={texts.note}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          title: texts.measure,
          cell: ({ name, changed, key }) => (
            <>
              {key === '' ? <strong>{name}</strong> : name}
              {changed && <Tag style={{ marginInlineStart: 8 }}>{texts.changed}</Tag>}
            </>
          ),
          plain: ({ name }) => name,
          words: true,
        },
        sum(`${answer.upTo} · ${sides.before}`, ({ before }) => before.upToFen),
        sum(`${answer.upTo} · ${sides.after}`, ({ after }) => after.upToFen),
        difference(
          `${answer.upTo} · ${answer.difference}`,
          ({ before, after }) => after.upToFen - before.upToFen,
        ),
        difference(
          `${answer.certain} · ${answer.difference}`,
          ({ before, after }) => after.certainFen - before.certainFen,
        ),
        enterprises(sides.before, ({ before }) => before.enterprises),
        enterprises(sides.after, ({ after }) => after.enterprises),
      ]}
      file={`${file}-interaction`}
      basis={basis}
    />
  );
}
