import type { RedemptionJson, VoucherJson } from '@luodi/server/contract';
import { money } from '../../components/money.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { useVoucherTexts } from '../../i18n/use-voucher-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { dayOfInstant } from '../../components/instant.ts';
import styles from '../recoveries/recoveries.module.css';
import { SumList } from '../recoveries/sum-list.tsx';

const tones = { usable: 'good', used: 'plain', expired: 'plain' } as const;

/** How a redemption stands with its provider. */
export function useRedemptionState() {
  const { payments } = useVoucherTexts();
  const known: Readonly<Record<string, string>> = payments;
  return ({ payment }: RedemptionJson): string =>
    payment === null ? payments.none : (known[payment] ?? payment);
}

function History({ redemptions }: { readonly redemptions: readonly RedemptionJson[] }) {
  const { own: texts } = useVoucherTexts();
  const { language } = usePageState();
  if (redemptions.length === 0) return <p className="quiet">{texts.noHistory}</p>;
  return (
    <ul style={{ margin: 0, paddingLeft: 18 }}>
      {redemptions.map((redemption) => (
        <li key={redemption.id}>
          <span className="figure">
            {dayOfInstant(redemption.at)} ·{' '}
            <strong>{money(BigInt(redemption.fen), language)}</strong>
          </span>{' '}
          · {language === 'zh' ? redemption.providerName : redemption.providerNameEn} ·{' '}
          <span className="quiet figure">
            {texts.invoice} {redemption.invoice}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A voucher with its number, what is left on it, and what it was used for. */
export function VoucherItem({
  voucher,
  redemptions,
  named = false,
}: {
  readonly voucher: VoucherJson;
  readonly redemptions: readonly RedemptionJson[];
  /** Whether to say whose it is. */
  readonly named?: boolean;
}) {
  const texts = useVoucherTexts();
  const { language } = usePageState();
  return (
    <li className={caseStyles.row} data-voucher={voucher.id}>
      <div>
        <div className={styles.head}>
          <h3 className="figure">{voucher.id}</h3>
          <StatusTag tone={tones[voucher.state]}>{texts.states[voucher.state]}</StatusTag>
        </div>
        <p className="quiet">
          {named ? (
            <span lang="zh-CN">{voucher.enterpriseName}</span>
          ) : language === 'zh' ? (
            voucher.poolName
          ) : (
            voucher.poolNameEn
          )}{' '}
          · {texts.expires} <span className="figure">{voucher.expiresOn}</span>
        </p>
        <SumList
          sums={[
            { name: texts.face, fen: voucher.faceFen },
            { name: texts.remaining, fen: voucher.remainingFen },
          ]}
        />
        <History redemptions={redemptions.filter((each) => each.voucher === voucher.id)} />
      </div>
    </li>
  );
}
