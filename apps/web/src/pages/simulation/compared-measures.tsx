import { Link } from 'react-router';
import type { SimulationCompareResponse } from '@luodi/server/contract';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { addressOf } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { count, plainYuan, signedCount, signedSum } from './city-sum.ts';
import { FigureCard } from './figure-card.tsx';
import type { FigureColumn } from './figure-card.tsx';
import type { SideNames } from './outcome.ts';
import { Sum } from './sum.tsx';

type Compared = SimulationCompareResponse['measures'][number];
type Standing = NonNullable<Compared['before']>;
type Field = 'certainFen' | 'upToFen' | 'entitled';

function differenceOf({ before, after }: Compared, field: Field): number {
  return (after?.[field] ?? 0) - (before?.[field] ?? 0);
}

/** The name of a measure, which leads to its sliders if it has any. */
function MeasureLink({ id, name }: { readonly id: string | undefined; readonly name: string }) {
  const kept = useKeptSearch();
  if (id === undefined) return name;
  return <Link to={addressOf('/simulation', kept, { measure: id })}>{name}</Link>;
}

/** The measures of two documents matched by name, with what each costs, and the totals. */
export function ComparedMeasures({
  comparison,
  sides,
  adjustable,
  file,
  basis,
}: {
  readonly comparison: SimulationCompareResponse;
  readonly sides: SideNames;
  /** Measures that can be simulated by themselves. */
  readonly adjustable: ReadonlySet<string>;
  readonly file: string;
  readonly basis: string;
}) {
  const { compare: texts, answer, figures } = useSimulationTexts();
  const { language } = usePageState();
  const total: Compared = {
    name: texts.total,
    nameEn: texts.total,
    earlier: null,
    later: null,
    before: comparison.before,
    after: comparison.after,
  };
  const rows = [
    ...comparison.measures.toSorted(
      (a, b) => Math.abs(differenceOf(b, 'upToFen')) - Math.abs(differenceOf(a, 'upToFen')),
    ),
    total,
  ];
  const nameOf = ({ name, nameEn }: Compared) => (language === 'zh' ? name : nameEn);
  const only = ({ earlier, later }: Compared) => {
    if (earlier !== null && later === null) return texts.only(sides.before);
    return earlier === null && later !== null ? texts.only(sides.after) : '';
  };
  const sum = (title: string, of: (row: Compared) => Standing | null): FigureColumn<Compared> => ({
    title,
    plainTitle: `${title}${figures.fen}`,
    cell: (row) => {
      const standing = of(row);
      return standing === null ? texts.missing : <Sum fen={standing.upToFen} />;
    },
    plain: (row) => {
      const standing = of(row);
      return standing === null ? '' : plainYuan(standing.upToFen);
    },
  });
  const difference = (title: string, field: Field): FigureColumn<Compared> => ({
    title,
    plainTitle: `${title}${field === 'entitled' ? '' : figures.fen}`,
    cell: (row) =>
      field === 'entitled'
        ? signedCount(differenceOf(row, field))
        : signedSum(differenceOf(row, field), language),
    plain: (row) =>
      field === 'entitled' ? String(differenceOf(row, field)) : plainYuan(differenceOf(row, field)),
  });
  const [most] = rows;
  const changes = most !== undefined && most !== total && differenceOf(most, 'upToFen') !== 0;
  return (
    <FigureCard
      title={texts.measures}
      finding={
        changes
          ? texts.most(nameOf(most), signedSum(differenceOf(most, 'upToFen'), language))
          : texts.allSame
      }
      rows={rows}
      rowKey={({ earlier, later }) => `${earlier ?? ''} ${later ?? ''}`}
      columns={[
        {
          title: texts.measure,
          words: true,
          cell: (row) => {
            const id = [row.later, row.earlier].find(
              (each) => each !== null && adjustable.has(each),
            );
            return (
              <>
                {row === total ? (
                  <strong>{nameOf(row)}</strong>
                ) : (
                  <MeasureLink id={id ?? undefined} name={nameOf(row)} />
                )}{' '}
                <span className="quiet">{only(row)}</span>
              </>
            );
          },
          plain: (row) => [nameOf(row), only(row)].filter((word) => word !== '').join(' · '),
        },
        sum(`${answer.upTo} · ${sides.before}`, ({ before }) => before),
        sum(`${answer.upTo} · ${sides.after}`, ({ after }) => after),
        difference(`${answer.upTo} · ${answer.difference}`, 'upToFen'),
        difference(`${answer.certain} · ${answer.difference}`, 'certainFen'),
        {
          title: `${answer.entitled} · ${sides.before}`,
          cell: ({ before }) => (before === null ? texts.missing : count(before.entitled)),
          plain: ({ before }) => String(before?.entitled ?? ''),
        },
        {
          title: `${answer.entitled} · ${sides.after}`,
          cell: ({ after }) => (after === null ? texts.missing : count(after.entitled)),
          plain: ({ after }) => String(after?.entitled ?? ''),
        },
      ]}
      file={file}
      basis={basis}
    />
  );
}
