import { Button, Input } from 'antd';
import { Temporal } from '@luodi/kernel';
import { moneyResponse, voucherPoolOutcome } from '@luodi/server/contract';
import type { VoucherTermsResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { money } from '../../components/money.ts';
import { fenOf } from '../../components/yuan-field.tsx';
import { ContentGate } from '../../content/content-gate.tsx';
import { useVoucherTexts } from '../../i18n/use-voucher-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useCommand } from '../../session/use-command.ts';
import { useHeld } from '../../session/use-held.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { Consequence } from '../recoveries/consequence.tsx';
import styles from '../recoveries/recoveries.module.css';
import { emptyPool, poolRequestOf } from './pool-draft.ts';
import type { PoolDraft } from './pool-draft.ts';
import { PoolMoney, PoolWorth } from './pool-fields.tsx';
import { useVoucherTerms, VoucherMeasureSelect, VoucherTermsView } from './voucher-measure.tsx';

interface FormProps {
  readonly draft: PoolDraft;
  readonly onChange: (part: Partial<PoolDraft>) => void;
}

function Names({ draft, onChange }: FormProps) {
  const { form } = useVoucherTexts();
  return (
    <div className={caseStyles.fields} style={{ marginBottom: 12 }}>
      <label>
        {form.name}
        <Input
          maxLength={140}
          value={draft.name}
          onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        />
      </label>
      <label>
        {form.nameEn}
        <Input
          maxLength={140}
          value={draft.nameEn}
          onChange={({ currentTarget }) => onChange({ nameEn: currentTarget.value })}
        />
      </label>
    </div>
  );
}

function isWithin({ upperFen }: VoucherTermsResponse, limit: string): boolean {
  const fen = fenOf(limit);
  return fen !== undefined && (upperFen === null || fen <= BigInt(upperFen));
}

function Opening({
  draft,
  terms,
}: {
  readonly draft: PoolDraft;
  readonly terms: VoucherTermsResponse;
}) {
  const { form } = useVoucherTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const navigate = useNavigate();
  const { run, isRunning, fault } = useCommand(voucherPoolOutcome);
  const request = isWithin(terms, draft.limit) ? poolRequestOf(draft) : undefined;
  const open = async () => {
    if ((await run('/api/voucher-pools', request)) !== undefined)
      await navigate(`/vouchers${kept}`);
  };
  return (
    <>
      {request !== undefined && (
        <Consequence>
          {form.consequence(
            language === 'zh' ? request.name : request.nameEn,
            money(BigInt(request.limitFen), language),
            request.expiresOn,
          )}
        </Consequence>
      )}
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button
          type="primary"
          loading={isRunning}
          disabled={request === undefined}
          onClick={() => void open()}
        >
          {form.submit}
        </Button>
      </div>
    </>
  );
}

/** The only one there is to choose. */
function onlyOf(among: readonly { readonly id: string }[]): string {
  const [first] = among;
  return first !== undefined && among.length === 1 ? first.id : '';
}

function Details({ draft, onChange, terms }: FormProps & { readonly terms: VoucherTermsResponse }) {
  const { form } = useVoucherTexts();
  const query = useHeld('/api/money', moneyResponse);
  return (
    <section className={caseStyles.panel} aria-label={form.title}>
      <Names draft={draft} onChange={onChange} />
      <PoolWorth draft={draft} terms={terms} onChange={onChange} />
      <div style={{ height: 12 }} />
      <ServerGate query={query}>
        {(held) => {
          const pool = draft.pool || onlyOf(held.pools);
          const payer = draft.payer || onlyOf(held.payers);
          const filled = { ...draft, pool, payer };
          return (
            <>
              <PoolMoney draft={filled} money={held} onChange={onChange} />
              <Opening draft={filled} terms={terms} />
            </>
          );
        }}
      </ServerGate>
    </section>
  );
}

function Form() {
  const { year } = Temporal.Now.plainDateISO('Asia/Shanghai');
  const [draft, setDraft] = useState(() => emptyPool(year));
  const terms = useVoucherTerms(draft.measure);
  const change = (part: Partial<PoolDraft>) => setDraft({ ...draft, ...part });
  return (
    <>
      <section className={caseStyles.panel}>
        <ContentGate>
          {({ evaluator }) => (
            <VoucherMeasureSelect
              content={evaluator.content}
              chosen={draft.measure}
              onChoose={(measure) => change({ measure })}
            />
          )}
        </ContentGate>
        {draft.measure !== '' && <VoucherTermsView query={terms} />}
      </section>
      {terms.data !== undefined && <Details draft={draft} onChange={change} terms={terms.data} />}
    </>
  );
}

function Page() {
  const { form } = useVoucherTexts();
  const kept = useKeptSearch();
  return (
    <div className={styles.narrow}>
      <nav aria-label={form.back}>
        <Link to={`/vouchers${kept}`}>{form.back}</Link>
      </nav>
      <h1>{form.title}</h1>
      <Form />
    </div>
  );
}

/** Opening a pool of vouchers from a measure, within what the measure says. */
export function PoolFormPage() {
  return <RoleGate roles={['finance']}>{() => <Page />}</RoleGate>;
}
