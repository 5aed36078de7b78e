import { Button } from 'antd';
import { voucherPoolsResponse, vouchersResponse } from '@luodi/server/contract';
import type { VoucherPoolJson, VouchersResponse } from '@luodi/server/contract';
import { Link } from 'react-router';
import { useVoucherTexts } from '../../i18n/use-voucher-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import type { SignedIn } from '../../session/use-session.ts';
import { useKeptSearch } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { ClaimablePools } from './claim-voucher.tsx';
import { OfficePool } from './office-pool.tsx';
import { ProviderPart } from './provider-part.tsx';
import { VoucherItem } from './voucher-item.tsx';

type Held = VouchersResponse & { readonly pools: readonly VoucherPoolJson[] };

function OwnVouchers({ vouchers, redemptions }: VouchersResponse) {
  const { own: texts } = useVoucherTexts();
  return (
    <section className={caseStyles.section} aria-labelledby="own-vouchers">
      <h2 id="own-vouchers">{texts.title}</h2>
      {vouchers.length === 0 ? (
        <p className="quiet">{texts.none}</p>
      ) : (
        <ul className={caseStyles.list}>
          {vouchers.map((voucher) => (
            <VoucherItem key={voucher.id} voucher={voucher} redemptions={redemptions} />
          ))}
        </ul>
      )}
    </section>
  );
}

function EnterprisePart({ pools, vouchers, redemptions }: Held) {
  const provides = pools.some((pool) => pool.provides);
  return provides ? (
    <ProviderPart redemptions={redemptions} />
  ) : (
    <>
      <OwnVouchers vouchers={vouchers} redemptions={redemptions} />
      <ClaimablePools pools={pools} />
    </>
  );
}

function OfficePart({ held, mayOpen }: { readonly held: Held; readonly mayOpen: boolean }) {
  const { office: texts } = useVoucherTexts();
  const kept = useKeptSearch();
  const { pools, vouchers, redemptions } = held;
  return (
    <>
      {mayOpen && (
        <div className={caseStyles.actions}>
          <Link to={`/vouchers/new${kept}`}>
            <Button type="primary" tabIndex={-1}>
              {texts.open}
            </Button>
          </Link>
        </div>
      )}
      {pools.length === 0 && <p>{texts.none}</p>}
      {pools.map((pool) => (
        <OfficePool key={pool.id} pool={pool} vouchers={vouchers} redemptions={redemptions} />
      ))}
    </>
  );
}

function Page({ me }: { readonly me: SignedIn }) {
  const texts = useVoucherTexts();
  const pools = useHeld('/api/voucher-pools', voucherPoolsResponse);
  const vouchers = useHeld('/api/vouchers', vouchersResponse);
  const { role } = me.office;
  const provides = pools.data?.pools.some((pool) => pool.provides) === true;
  const intro =
    role === 'enterprise' ? (provides ? texts.providerIntro : texts.ownIntro) : texts.officeIntro;
  return (
    <>
      <h1>{texts.title}</h1>
      <p className="quiet">{intro}</p>
      <ServerGate query={pools}>
        {(offered) => (
          <ServerGate query={vouchers}>
            {(issued) => {
              const held = { ...offered, ...issued };
              return role === 'enterprise' ? (
                <EnterprisePart {...held} />
              ) : (
                <OfficePart held={held} mayOpen={role === 'finance'} />
              );
            }}
          </ServerGate>
        )}
      </ServerGate>
    </>
  );
}

/** 券: for an enterprise those it may claim and has, for a provider those it takes, for an office its pools. */
export function VouchersPage() {
  return (
    <RoleGate roles={['enterprise', 'officer', 'finance', 'auditor']}>
      {(me) => <Page me={me} />}
    </RoleGate>
  );
}
