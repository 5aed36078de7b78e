import type { MonthResponse } from '@luodi/server/contract';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { addressOf } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { titleOf } from '../cases/title-of.ts';
import styles from './money.module.css';
import { sayYuan } from './sums.ts';

type Line = MonthResponse['lines'][number];

/** On a phone there is room for the name and one sum; the others stand under the name. */
function classOf(place: number, count: number, shown: number): string | undefined {
  if (place === 0) return undefined;
  return place === (shown + count) % count ? styles.sum : `${styles.sum} ${styles.roomy}`;
}

function Head({
  columns,
  shown,
}: {
  readonly columns: readonly string[];
  /** The column of the sum that a phone shows, counted from the end where negative. */
  readonly shown: number;
}) {
  return (
    <thead>
      <tr>
        {columns.map((title, place) => (
          <th key={title} scope="col" className={classOf(place, columns.length, shown)}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type NamedSum = readonly [name: string, fen: string];

function Sums({ sums, shown }: { readonly sums: readonly NamedSum[]; readonly shown: string }) {
  return sums.map(([name, fen]) => (
    <td key={name} className={`${styles.sum} figure ${name === shown ? '' : styles.roomy}`}>
      {sayYuan(fen)}
    </td>
  ));
}

/** The sums that have no column of their own on a phone. */
function OnPhone({ sums, shown }: { readonly sums: readonly NamedSum[]; readonly shown: string }) {
  return (
    <div className="only-phone quiet figure">
      {sums
        .filter(([name, fen]) => name !== shown && fen !== '0')
        .map(([name, fen]) => `${name} ${sayYuan(fen)}`)
        .join(' · ')}
    </div>
  );
}

function AccountName({ line }: { readonly line: Line }) {
  const { purposes } = useMoneyTexts();
  const { language } = usePageState();
  const known: Readonly<Record<string, string>> = purposes;
  const other = language === 'zh' ? line.counterpartyName : line.counterpartyNameEn;
  return (
    <>
      {known[line.purpose] ?? line.purpose}
      {line.counterparty !== '' && <span className="quiet"> {other}</span>}
    </>
  );
}

/** Every account of a pool in a month, holder by holder. */
export function AccountsTable({ lines }: Pick<MonthResponse, 'lines'>) {
  const { month } = useMoneyTexts().reports;
  const { language } = usePageState();
  const { account, opening, added, taken, closing } = month.columns;
  const holders = [...new Set(lines.map(({ holder, year }) => `${year} ${holder}`))];
  return (
    <table className={styles.table}>
      <Head columns={[account, opening, added, taken, closing]} shown={-1} />
      <tbody>
        {holders.map((key) => {
          const own = lines.filter(({ holder, year }) => `${year} ${holder}` === key);
          const [first] = own;
          return (
            <Fragment key={key}>
              <tr>
                <th scope="rowgroup" colSpan={5}>
                  {language === 'zh' ? first?.holderName : first?.holderNameEn}{' '}
                  <span className="figure">{first?.year}</span>
                </th>
              </tr>
              {own.map((line) => {
                const sums = [
                  [opening, line.opening],
                  [added, line.added],
                  [taken, line.taken],
                  [closing, line.closing],
                ] as const;
                return (
                  <tr key={`${line.purpose} ${line.counterparty}`}>
                    <td>
                      <AccountName line={line} />
                      <OnPhone sums={sums} shown={closing} />
                    </td>
                    <Sums sums={sums} shown={closing} />
                  </tr>
                );
              })}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

/** What happened in a month programme by programme; each leads to its cases. */
export function ProgrammesTable({ programmes }: Pick<MonthResponse, 'programmes'>) {
  const { month } = useMoneyTexts().reports;
  const { language } = usePageState();
  const kept = useKeptSearch();
  const { programme, cases, approved, ordered, paid, returned } = month.columns;
  return (
    <table className={styles.table}>
      <Head columns={[programme, cases, approved, ordered, paid, returned]} shown={-2} />
      <tbody>
        {programmes.map((each) => {
          const sums = [
            [approved, each.approved],
            [ordered, each.ordered],
            [paid, each.paid],
            [returned, each.returned],
          ] as const;
          return (
            <tr key={each.programme}>
              <td>
                <Link to={addressOf('/cases', kept, { programme: each.programme })}>
                  {titleOf(each, language)}
                </Link>
                <OnPhone sums={sums} shown={paid} />
              </td>
              <td className={`${styles.sum} figure ${styles.roomy}`}>{each.cases}</td>
              <Sums sums={sums} shown={paid} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
