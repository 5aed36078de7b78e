import { exactMoney, money } from '../../components/money.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './recoveries.module.css';

/** Sums beside each other, each under its name: as people say them, to the fen on pointing at them. */
export function SumList({
  sums,
}: {
  readonly sums: readonly { readonly name: string; readonly fen: string }[];
}) {
  const { language } = usePageState();
  return (
    <dl className={styles.sums}>
      {sums.map(({ name, fen }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figure" title={exactMoney(BigInt(fen), language)}>
            {money(BigInt(fen), language)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
