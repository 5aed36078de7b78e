import { Alert, Button, Input } from 'antd';
import { voucherResponse } from '@luodi/server/contract';
import type { RedemptionJson } from '@luodi/server/contract';
import { useId, useState } from 'react';
import { money } from '../../components/money.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { useVoucherTexts } from '../../i18n/use-voucher-texts.ts';
import { useHeld } from '../../session/use-held.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { dayOfInstant } from '../../components/instant.ts';
import styles from '../recoveries/recoveries.module.css';
import { SumList } from '../recoveries/sum-list.tsx';
import { RedeemForm } from './redeem-form.tsx';
import { useRedemptionState } from './voucher-item.tsx';

function Found({
  number,
  onDone,
}: {
  readonly number: string;
  readonly onDone: (sum: string) => void;
}) {
  const texts = useVoucherTexts();
  const query = useHeld(`/api/vouchers/${encodeURIComponent(number)}`, voucherResponse);
  if (query.isError) return <Alert type="warning" showIcon title={texts.provide.notFound} />;
  const voucher = query.data;
  if (voucher === undefined) return null;
  return (
    <>
      <div className={styles.head} style={{ marginTop: 12 }}>
        <h3 className="figure">{voucher.id}</h3>
        <StatusTag tone={voucher.state === 'usable' ? 'good' : 'attention'}>
          {texts.states[voucher.state]}
        </StatusTag>
      </div>
      <p>
        <span lang="zh-CN">{texts.provide.of(voucher.enterpriseName)}</span> · {texts.expires}{' '}
        <span className="figure">{voucher.expiresOn}</span>
      </p>
      <SumList
        sums={[
          { name: texts.face, fen: voucher.faceFen },
          { name: texts.remaining, fen: voucher.remainingFen },
        ]}
      />
      {voucher.state === 'usable' && <RedeemForm voucher={voucher} onDone={onDone} />}
    </>
  );
}

function Redeeming() {
  const { provide: texts } = useVoucherTexts();
  const id = useId();
  const [written, setWritten] = useState('');
  const [number, setNumber] = useState('');
  const [done, setDone] = useState('');
  const find = () => {
    setDone('');
    setNumber(written.trim().toUpperCase());
  };
  return (
    <section className={caseStyles.panel} aria-labelledby="redeem">
      <h2 id="redeem">{texts.title}</h2>
      {done !== '' && <Alert type="success" showIcon title={done} />}
      <label htmlFor={id}>{texts.number}</label>
      <div className={caseStyles.actions} style={{ marginTop: 4 }}>
        <Input
          id={id}
          className="figure"
          style={{ width: 220 }}
          maxLength={40}
          placeholder="XXXX-XXXX-XXXX"
          value={written}
          onChange={({ currentTarget }) => setWritten(currentTarget.value)}
          onPressEnter={find}
        />
        <Button disabled={written.trim() === ''} onClick={find}>
          {texts.find}
        </Button>
      </div>
      {number !== '' && (
        <Found
          key={number}
          number={number}
          onDone={(sum) => {
            setDone(sum);
            setNumber('');
            setWritten('');
          }}
        />
      )}
    </section>
  );
}

/** For a provider: taking vouchers by their numbers, and how what it took stands. */
export function ProviderPart({ redemptions }: { readonly redemptions: readonly RedemptionJson[] }) {
  const { provide: texts, own } = useVoucherTexts();
  const { language } = usePageState();
  const stateOf = useRedemptionState();
  const mine = redemptions.filter((each) => each.mine);
  return (
    <>
      <Redeeming />
      <section className={caseStyles.section} aria-labelledby="redeemed">
        <h2 id="redeemed">{texts.listTitle}</h2>
        {mine.length === 0 ? (
          <p className="quiet">{texts.listNone}</p>
        ) : (
          <ul className={caseStyles.list}>
            {mine.map((each) => (
              <li key={each.id} className={caseStyles.row} data-redemption={each.invoice}>
                <div>
                  <h3 className="figure">{money(BigInt(each.fen), language)}</h3>
                  <StatusTag tone={each.payment === 'paid' ? 'good' : 'active'}>
                    {stateOf(each)}
                  </StatusTag>
                  <p className="quiet figure">
                    {dayOfInstant(each.at)} · {own.number} {each.voucher} · {own.invoice}{' '}
                    {each.invoice}
                    {each.invoiceFen !== null &&
                      ` · ${own.whole(money(BigInt(each.invoiceFen), language))}`}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
