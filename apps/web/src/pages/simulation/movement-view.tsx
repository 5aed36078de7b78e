import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import type { SimulationTexts } from '../../i18n/simulation-zh.ts';
import { usePageState } from '../../state/page-state.ts';
import type { Language } from '@luodi/evaluation';
import { citySum, count, plainYuan } from './city-sum.ts';
import { FigureCard } from './figure-card.tsx';
import type { FigureColumn } from './figure-card.tsx';
import type { Outcome } from './outcome.ts';
import { Sum } from './sum.tsx';
import styles from './simulation.module.css';

type Movement = Outcome['movement'];
type Band = Movement['bands'][number];

function bandWords({ fromFen, toFen }: Band, texts: SimulationTexts, language: Language): string {
  const { movement } = texts;
  if (toFen === null) return movement.bandFrom(citySum(fromFen, language));
  if (fromFen === 0) return movement.bandTo(citySum(toFen, language));
  return movement.bandBetween(citySum(fromFen, language), citySum(toFen, language));
}

function gaining({ newcomers, winners }: Band): number {
  return newcomers + winners;
}

function losing({ losers, droppedOut }: Band): number {
  return losers + droppedOut;
}

function Kind({
  name,
  note,
  number,
}: {
  readonly name: string;
  readonly note: string;
  readonly number: number;
}) {
  const { answer } = useSimulationTexts();
  return (
    <div className={styles.kind}>
      <dt>
        {name} <span className={styles.kindNote}>{note}</span>
      </dt>
      <dd className="figure">{answer.enterprises(count(number))}</dd>
    </div>
  );
}

function Bands({
  bands,
  file,
  basis,
}: {
  readonly bands: readonly Band[];
  readonly file: string;
  readonly basis: string;
}) {
  const texts = useSimulationTexts();
  const { language } = usePageState();
  const { movement } = texts;
  const shown = bands.filter((band) => gaining(band) + losing(band) > 0);
  const [fullest] = shown.toSorted((a, b) => gaining(b) + losing(b) - gaining(a) - losing(a));
  const name = (band: Band) => bandWords(band, texts, language);
  const sum = (title: string, of: (band: Band) => number): FigureColumn<Band> => ({
    title,
    plainTitle: `${title}${texts.figures.fen}`,
    cell: (band) => <Sum fen={of(band)} />,
    plain: (band) => plainYuan(of(band)),
  });
  const number = (title: string, of: (band: Band) => number): FigureColumn<Band> => ({
    title,
    plainTitle: `${title}${texts.figures.count}`,
    cell: (band) => count(of(band)),
    plain: (band) => String(of(band)),
  });
  const set = (title: string, look: 'plain' | 'hatched', of: (band: Band) => number) => ({
    name: title,
    look,
    bars: shown.map((band) => ({ value: of(band), label: count(of(band)) })),
  });
  return (
    <FigureCard
      title={movement.bands}
      finding={
        fullest === undefined
          ? movement.bandsNone
          : movement.bandsFinding(name(fullest), count(gaining(fullest) + losing(fullest)))
      }
      rows={shown}
      rowKey={({ fromFen }) => String(fromFen)}
      columns={[
        { title: movement.band, cell: name, plain: name, words: true },
        number(movement.newcomers, (band) => band.newcomers),
        number(movement.winners, (band) => band.winners),
        number(movement.losers, (band) => band.losers),
        number(movement.droppedOut, (band) => band.droppedOut),
        sum(movement.gainedSum, (band) => band.gainedFen),
        sum(movement.lostSum, (band) => band.lostFen),
      ]}
      chart={{
        categories: shown.map(name),
        sets: [
          ...(shown.some((band) => losing(band) > 0)
            ? [set(movement.losing, 'hatched', losing)]
            : []),
          set(movement.gaining, 'plain', gaining),
        ],
      }}
      file={`${file}-bands`}
      basis={basis}
    />
  );
}

/** Who gains and who loses, how many and how much, and how much each. */
export function MovementView({
  movement,
  file,
  basis,
}: {
  readonly movement: Movement;
  readonly file: string;
  readonly basis: string;
}) {
  const { movement: texts } = useSimulationTexts();
  const { language } = usePageState();
  const { newcomers, winners, losers, droppedOut, unchanged, gainedFen, lostFen } = movement;
  return (
    <div className={styles.pair}>
      <section className={styles.figure} aria-label={texts.title}>
        <h3>{texts.title}</h3>
        <p className={styles.finding}>
          {newcomers + winners === 0
            ? texts.nobodyGains
            : texts.gained(count(newcomers + winners), citySum(gainedFen, language))}
        </p>
        <dl className={styles.kinds}>
          <Kind name={texts.newcomers} note={texts.newcomersNote} number={newcomers} />
          <Kind name={texts.winners} note={texts.winnersNote} number={winners} />
        </dl>
        <p className={styles.finding}>
          {losers + droppedOut === 0
            ? texts.nobodyLoses
            : texts.lost(count(losers + droppedOut), citySum(lostFen, language))}
        </p>
        <dl className={styles.kinds}>
          <Kind name={texts.losers} note={texts.losersNote} number={losers} />
          <Kind name={texts.droppedOut} note={texts.droppedOutNote} number={droppedOut} />
        </dl>
        <p className={styles.small}>{texts.unchanged(count(unchanged))}</p>
        <p className={styles.small}>{basis}</p>
      </section>
      <Bands bands={movement.bands} file={file} basis={basis} />
    </div>
  );
}
