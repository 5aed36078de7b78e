import { Segmented } from 'antd';
import type { Language } from '@luodi/evaluation';
import type { SimulatedGroup } from '@luodi/server/contract';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import { citySum, count, plainYuan, signedCount, signedSum } from './city-sum.ts';
import { FigureCard } from './figure-card.tsx';
import type { FigureColumn } from './figure-card.tsx';
import type { Outcome, SideNames } from './outcome.ts';
import styles from './simulation.module.css';

const quantities = ['upTo', 'certain', 'entitled'] as const;
type Quantity = (typeof quantities)[number];

const fieldOf = { upTo: 'upToFen', certain: 'certainFen', entitled: 'entitled' } as const;

/** How a quantity of groups is read and written. */
interface Reading {
  readonly before: (group: SimulatedGroup) => number;
  readonly after: (group: SimulatedGroup) => number;
  readonly words: (value: number) => string;
  readonly signed: (value: number) => string;
  readonly plain: (value: number) => string;
}

function readingOf(quantity: Quantity, language: Language): Reading {
  const field = fieldOf[quantity];
  const counted = quantity === 'entitled';
  return {
    before: ({ before }) => before[field],
    after: ({ after }) => after[field],
    words: (value) => (counted ? count(value) : citySum(value, language)),
    signed: (value) => (counted ? signedCount(value) : signedSum(value, language)),
    plain: (value) => (counted ? String(value) : plainYuan(value)),
  };
}

function Groups({
  title,
  groups,
  quantity,
  sides,
  file,
  basis,
}: {
  readonly title: string;
  readonly groups: readonly SimulatedGroup[];
  readonly quantity: Quantity;
  readonly sides: SideNames;
  readonly file: string;
  readonly basis: string;
}) {
  const texts = useSimulationTexts();
  const { language } = usePageState();
  const { before, after, words, signed, plain } = readingOf(quantity, language);
  const nameOf = ({ name, nameEn }: SimulatedGroup) => (language === 'zh' ? name : nameEn);
  const change = (group: SimulatedGroup) => after(group) - before(group);
  const rows = groups
    .filter((group) => group.before.entitled + group.after.entitled > 0)
    .toSorted((a, b) => after(b) - after(a) || before(b) - before(a));
  const [first] = rows;
  const [most] = rows.toSorted((a, b) => Math.abs(change(b)) - Math.abs(change(a)));
  const changes = most !== undefined && change(most) !== 0;
  const unit = quantity === 'entitled' ? texts.figures.count : texts.figures.fen;
  const figure = (
    heading: string,
    of: (group: SimulatedGroup) => number,
    written: (value: number) => string,
  ): FigureColumn<SimulatedGroup> => ({
    title: heading,
    plainTitle: `${texts.groups.quantities[quantity]} · ${heading}${unit}`,
    cell: (group) => written(of(group)),
    plain: (group) => plain(of(group)),
  });
  const moved = (heading: string, of: (group: SimulatedGroup) => number) => ({
    title: heading,
    plainTitle: `${heading}${texts.figures.count}`,
    cell: (group: SimulatedGroup) => count(of(group)),
    plain: (group: SimulatedGroup) => String(of(group)),
  });
  const finding = () => {
    if (first === undefined) return texts.groups.noOne;
    return changes
      ? texts.groups.most(nameOf(most), signed(change(most)))
      : texts.groups.same(nameOf(first), words(after(first)));
  };
  const afterLabel = (group: SimulatedGroup) =>
    change(group) === 0 ? words(after(group)) : `${words(after(group))} (${signed(change(group))})`;
  return (
    <FigureCard
      title={`${title} · ${texts.groups.quantities[quantity]}`}
      finding={finding()}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { title: texts.groups.group, cell: nameOf, plain: nameOf, words: true },
        figure(sides.before, before, words),
        figure(sides.after, after, words),
        figure(texts.answer.difference, change, signed),
        moved(texts.movement.newcomers, ({ newcomers }) => newcomers),
        moved(texts.movement.winners, ({ winners }) => winners),
        moved(texts.movement.losers, ({ losers }) => losers),
        moved(texts.movement.droppedOut, ({ droppedOut }) => droppedOut),
      ]}
      chart={{
        categories: rows.map(nameOf),
        sets: [
          {
            name: sides.before,
            look: 'hatched',
            bars: rows.map((group) => ({ value: before(group), label: words(before(group)) })),
          },
          {
            name: sides.after,
            look: 'plain',
            bars: rows.map((group) => ({
              value: after(group),
              label: afterLabel(group),
              short: words(after(group)),
            })),
          },
        ],
      }}
      file={file}
      basis={basis}
    />
  );
}

/** Where the money goes, before and after: by district, industry and size. */
export function GroupFigures({
  groups,
  sides,
  file,
  basis,
}: {
  readonly groups: Outcome['groups'];
  readonly sides: SideNames;
  readonly file: string;
  readonly basis: string;
}) {
  const { groups: texts } = useSimulationTexts();
  const [read, change] = usePageParameters();
  const quantity = quantities.find((each) => each === read('of')) ?? 'upTo';
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2>{texts.title}</h2>
        <Segmented
          className="no-print"
          aria-label={texts.quantity}
          value={quantity}
          options={quantities.map((value) => ({ value, label: texts.quantities[value] }))}
          onChange={(of) => change({ of: of === 'upTo' ? '' : of })}
        />
      </div>
      <div className={styles.columns}>
        {(['district', 'industry', 'size'] as const).map((by) => (
          <Groups
            key={by}
            title={texts[by]}
            groups={groups[by]}
            quantity={quantity}
            sides={sides}
            file={`${file}-${by}-${quantity}`}
            basis={basis}
          />
        ))}
      </div>
    </section>
  );
}
