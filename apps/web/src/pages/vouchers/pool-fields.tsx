import { Input, InputNumber, Select } from 'antd';
import type { MoneyResponse, VoucherTermsResponse } from '@luodi/server/contract';
import { useId } from 'react';
import { DateInput } from '../../components/date-input.tsx';
import { money } from '../../components/money.ts';
import { YuanField } from '../../components/yuan-field.tsx';
import { useVoucherTexts } from '../../i18n/use-voucher-texts.ts';
import { nameIn } from '../../session/office-name.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import styles from '../recoveries/recoveries.module.css';
import { restOf } from './pool-draft.ts';
import type { PoolDraft } from './pool-draft.ts';

interface FieldsProps {
  readonly draft: PoolDraft;
  readonly onChange: (part: Partial<PoolDraft>) => void;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

function OneOf({
  label,
  value,
  among,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly among: readonly Named[];
  readonly onChange: (value: string) => void;
}) {
  const { language } = usePageState();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={value === '' ? null : value}
        options={among.map((each) => ({ value: each.id, label: nameIn(each, language) }))}
        onChange={(chosen: string | null) => onChange(chosen ?? '')}
      />
    </div>
  );
}

/** Out of which money the vouchers are paid, and who bears how much of it. */
export function PoolMoney({
  draft,
  money: { pools, payers },
  onChange,
}: FieldsProps & { readonly money: MoneyResponse }) {
  const { form } = useVoucherTexts();
  const id = useId();
  return (
    <div className={caseStyles.fields}>
      <OneOf
        label={form.pool}
        value={draft.pool}
        among={pools}
        onChange={(pool) => onChange({ pool })}
      />
      <label>
        {form.year}
        <InputNumber
          min={2000}
          max={2100}
          precision={0}
          value={draft.year}
          onChange={(year) => onChange({ year: year ?? draft.year })}
        />
      </label>
      <OneOf
        label={form.payer}
        value={draft.payer}
        among={payers}
        onChange={(payer) => onChange({ payer })}
      />
      <div className={styles.field}>
        <label htmlFor={id}>{form.share}</label>
        <Input
          id={id}
          className="figure"
          inputMode="numeric"
          maxLength={3}
          disabled={draft.payer === 'city'}
          aria-describedby={`${id}-note`}
          value={draft.payer === 'city' ? '100' : draft.share}
          onChange={({ currentTarget }) => onChange({ share: currentTarget.value })}
        />
        <span id={`${id}-note`} className="quiet">
          {form.shareNote(restOf(draft))}
        </span>
      </div>
    </div>
  );
}

/** What an enterprise gets, for which part of an invoice, until when, and where. */
export function PoolWorth({
  draft,
  terms,
  onChange,
}: FieldsProps & { readonly terms: VoucherTermsResponse }) {
  const { form } = useVoucherTexts();
  const { language } = usePageState();
  const id = useId();
  const most = terms.upperFen === null ? undefined : BigInt(terms.upperFen);
  return (
    <div className={caseStyles.fields}>
      <YuanField
        label={form.limit}
        text={draft.limit}
        most={most}
        note={most === undefined ? undefined : form.overRule(money(most, language))}
        onChange={(limit) => onChange({ limit })}
      />
      <label style={{ alignContent: 'start' }}>
        {form.rate}
        <Input
          className="figure"
          inputMode="decimal"
          maxLength={8}
          value={draft.rate}
          onChange={({ currentTarget }) => onChange({ rate: currentTarget.value })}
        />
      </label>
      <div className={styles.field}>
        <label htmlFor={`${id}-expires`}>{form.expires}</label>
        <DateInput
          id={`${id}-expires`}
          value={draft.expiresOn}
          onChange={(expiresOn) => onChange({ expiresOn })}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-providers`}>{form.providers}</label>
        <Select
          id={`${id}-providers`}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={[...draft.providers]}
          options={terms.providers.map((provider) => ({
            value: provider.id,
            label: nameIn(provider, language),
          }))}
          onChange={(providers: readonly string[]) => onChange({ providers })}
        />
      </div>
    </div>
  );
}
