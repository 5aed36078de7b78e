import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { citySum, count, signedCount } from './city-sum.ts';
import type { Outcome, SideNames } from './outcome.ts';
import { CostChange, Sum } from './sum.tsx';
import styles from './simulation.module.css';

/** What it costs before and after: certain, up to and undecided each in a line of its own, never added up. */
export function StandingTable({
  outcome: { before, after },
  sides,
}: {
  readonly outcome: Outcome;
  readonly sides: SideNames;
}) {
  const { answer: texts } = useSimulationTexts();
  const { language } = usePageState();
  const undecided = (side: typeof before) =>
    texts.undecidedValue(
      texts.enterprises(count(side.undetermined)),
      citySum(side.undecidedUpToFen, language),
    );
  const openAbove = before.openAbove + after.openAbove > 0;
  return (
    <div className={styles.scroll}>
      <table className={styles.standing}>
        <thead>
          <tr>
            <th scope="col">{texts.measure}</th>
            <th scope="col">{sides.before}</th>
            <th scope="col">{sides.after}</th>
            <th scope="col">{texts.difference}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className={styles.certain}>
              {texts.certain}
              <span>{texts.certainNote}</span>
            </th>
            <td>
              <Sum fen={before.certainFen} />
            </td>
            <td>
              <Sum fen={after.certainFen} />
            </td>
            <td>
              <CostChange fen={after.certainFen - before.certainFen} />
            </td>
          </tr>
          <tr>
            <th scope="row" className={styles.upTo}>
              {texts.upTo}
              <span>{texts.upToNote}</span>
            </th>
            <td>
              <Sum fen={before.upToFen} />
            </td>
            <td>
              <Sum fen={after.upToFen} />
            </td>
            <td>
              <CostChange fen={after.upToFen - before.upToFen} />
            </td>
          </tr>
          <tr>
            <th scope="row" className={styles.undecided}>
              {texts.undecided}
              <span>{texts.undecidedNote}</span>
            </th>
            <td className="figure">{undecided(before)}</td>
            <td className="figure">{undecided(after)}</td>
            <td>
              <CostChange fen={after.undecidedUpToFen - before.undecidedUpToFen} />
            </td>
          </tr>
          <tr>
            <th scope="row">{texts.entitled}</th>
            <td className="figure">{texts.enterprises(count(before.entitled))}</td>
            <td className="figure">{texts.enterprises(count(after.entitled))}</td>
            <td className="figure">{signedCount(after.entitled - before.entitled)}</td>
          </tr>
          {openAbove && (
            <tr>
              <th scope="row">{texts.openAbove}</th>
              <td className="figure">{count(before.openAbove)}</td>
              <td className="figure">{count(after.openAbove)}</td>
              <td className="figure">{signedCount(after.openAbove - before.openAbove)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
