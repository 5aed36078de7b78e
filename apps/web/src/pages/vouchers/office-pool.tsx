import { Button } from 'antd';
import type { VoucherPoolJson, VouchersResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { money } from '../../components/money.ts';
import { useVoucherTexts } from '../../i18n/use-voucher-texts.ts';
import { nameIn } from '../../session/office-name.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { SumList } from '../recoveries/sum-list.tsx';
import { ClosePool } from './close-pool.tsx';
import { ExpireForm } from './expire-form.tsx';
import { GiveForm } from './give-form.tsx';
import { PoolTerms } from './pool-terms.tsx';
import { SettleForm } from './settle-form.tsx';
import { VoucherItem } from './voucher-item.tsx';

type Doing =
  | { readonly kind: 'give' | 'expire' | 'close' }
  | { readonly kind: 'settle'; provider: string };

function Providers({
  pool,
  onSettle,
}: {
  readonly pool: VoucherPoolJson;
  readonly onSettle: (provider: string) => void;
}) {
  const { office: texts, providers, redeemed } = useVoucherTexts();
  const { language } = usePageState();
  const say = (fen: string) => money(BigInt(fen), language);
  return (
    <>
      <h3>{providers}</h3>
      <ul className={caseStyles.list}>
        {pool.providers.map((provider) => (
          <li key={provider.provider} className={caseStyles.row}>
            <div>
              <strong>{nameIn(provider, language)}</strong>
              <p className="quiet figure">
                {redeemed} {say(provider.redeemedFen)} · {texts.unsettled}{' '}
                {say(provider.unsettledFen)}
              </p>
            </div>
            {pool.mine && provider.unsettledFen !== '0' && (
              <Button
                type="primary"
                aria-label={texts.settleTitle(nameIn(provider, language))}
                onClick={() => onSettle(provider.provider)}
              >
                {texts.settle}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Action({
  pool,
  doing,
  onClose,
}: {
  readonly pool: VoucherPoolJson;
  readonly doing: Doing;
  readonly onClose: () => void;
}) {
  switch (doing.kind) {
    case 'give':
      return <GiveForm pool={pool} onClose={onClose} />;
    case 'expire':
      return <ExpireForm pool={pool} onClose={onClose} />;
    case 'close':
      return <ClosePool pool={pool} onClose={onClose} />;
    case 'settle': {
      const provider = pool.providers.find((each) => each.provider === doing.provider);
      return provider === undefined ? null : (
        <SettleForm pool={pool.id} provider={provider} onClose={onClose} />
      );
    }
  }
}

/** A pool for those who manage it, or look at it: terms, sums, providers, vouchers. */
export function OfficePool({
  pool,
  vouchers,
  redemptions,
}: { readonly pool: VoucherPoolJson } & VouchersResponse) {
  const texts = useVoucherTexts();
  const { language } = usePageState();
  const [doing, setDoing] = useState<Doing>();
  const own = vouchers.filter((voucher) => voucher.pool === pool.id);
  const name = nameIn(pool, language);
  const sums = [
    { name: texts.issued, fen: pool.issuedFen },
    { name: texts.redeemed, fen: pool.redeemedFen },
    { name: texts.overdue, fen: pool.overdueFen },
  ];
  return (
    <article className={caseStyles.panel} data-pool={pool.id}>
      <PoolTerms pool={pool} />
      <SumList sums={sums.filter(({ fen }, index) => index < 2 || fen !== '0')} />
      <Providers pool={pool} onSettle={(provider) => setDoing({ kind: 'settle', provider })} />
      {doing !== undefined && (
        <Action pool={pool} doing={doing} onClose={() => setDoing(undefined)} />
      )}
      {pool.mine && doing === undefined && (
        <div className={caseStyles.actions}>
          {pool.open && (
            <Button
              aria-label={`${texts.office.give}: ${name}`}
              onClick={() => setDoing({ kind: 'give' })}
            >
              {texts.office.give}
            </Button>
          )}
          {pool.open && (
            <Button
              aria-label={`${texts.office.close}: ${name}`}
              onClick={() => setDoing({ kind: 'close' })}
            >
              {texts.office.close}
            </Button>
          )}
          {pool.overdueFen !== '0' && (
            <Button
              danger
              aria-label={`${texts.office.expire}: ${name}`}
              onClick={() => setDoing({ kind: 'expire' })}
            >
              {texts.office.expire}
            </Button>
          )}
        </div>
      )}
      <h3>{texts.office.vouchers}</h3>
      {own.length === 0 ? (
        <p className="quiet">{texts.office.noVouchers}</p>
      ) : (
        <ul className={caseStyles.list}>
          {own.map((voucher) => (
            <VoucherItem key={voucher.id} voucher={voucher} redemptions={redemptions} named />
          ))}
        </ul>
      )}
    </article>
  );
}
