import { Alert, Button } from 'antd';
import { voucherOutcome } from '@luodi/server/contract';
import type { VoucherPoolJson } from '@luodi/server/contract';
import { useState } from 'react';
import { money } from '../../components/money.ts';
import { fenOf, YuanField } from '../../components/yuan-field.tsx';
import { useVoucherTexts } from '../../i18n/use-voucher-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { nameIn } from '../../session/office-name.ts';
import { useCommand } from '../../session/use-command.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { Consequence } from '../recoveries/consequence.tsx';
import { sayPart } from './percent.ts';
import { PoolTerms } from './pool-terms.tsx';

function ClaimForm({ pool, left }: { readonly pool: VoucherPoolJson; readonly left: bigint }) {
  const { claimable: texts, left: leftLabel } = useVoucherTexts();
  const { language } = usePageState();
  const [sum, setSum] = useState('');
  const [done, setDone] = useState('');
  const { run, isRunning, fault } = useCommand(voucherOutcome);
  const fen = fenOf(sum);
  const shown = fen !== undefined && fen <= left ? money(fen, language) : undefined;
  const claim = async () => {
    const path = `/api/voucher-pools/${encodeURIComponent(pool.id)}/vouchers`;
    const got = await run(path, { fen: (fen ?? 0n).toString() });
    if (got === undefined) return;
    setDone(texts.done(got.voucher));
    setSum('');
  };
  return (
    <>
      {done !== '' && <Alert type="success" showIcon title={done} />}
      <div className={caseStyles.amount}>
        <YuanField
          label={texts.sum}
          text={sum}
          most={left}
          note={`${leftLabel} ${money(left, language)}`}
          onChange={setSum}
        />
      </div>
      {shown !== undefined && (
        <Consequence>{texts.consequence(shown, pool.expiresOn, sayPart(pool.rate))}</Consequence>
      )}
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button
          type="primary"
          loading={isRunning}
          disabled={shown === undefined}
          aria-label={`${shown === undefined ? texts.open : texts.submit(shown)}: ${nameIn(pool, language)}`}
          onClick={() => void claim()}
        >
          {shown === undefined ? texts.open : texts.submit(shown)}
        </Button>
      </div>
    </>
  );
}

/** Pools that an enterprise may claim from, each with its rule and a form. */
export function ClaimablePools({ pools }: { readonly pools: readonly VoucherPoolJson[] }) {
  const { claimable: texts } = useVoucherTexts();
  const open = pools.filter((pool) => pool.open && pool.leftFen !== null);
  return (
    <section className={caseStyles.section} aria-labelledby="claimable">
      <h2 id="claimable">{texts.title}</h2>
      {open.length === 0 && <p className="quiet">{texts.none}</p>}
      {open.map((pool) => {
        const left = BigInt(pool.leftFen ?? '0');
        return (
          <article key={pool.id} className={caseStyles.panel} data-pool={pool.id}>
            <PoolTerms pool={pool} />
            {left === 0n ? <p>{texts.full}</p> : <ClaimForm pool={pool} left={left} />}
          </article>
        );
      })}
    </section>
  );
}
