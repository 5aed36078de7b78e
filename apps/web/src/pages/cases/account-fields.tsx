import { Input } from 'antd';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import type { AccountDraft } from './application-draft.ts';
import styles from './cases.module.css';

/** The account that the money goes to. */
export function AccountFields({
  account,
  onChange,
}: {
  readonly account: AccountDraft;
  readonly onChange: (account: AccountDraft) => void;
}) {
  const { form } = useCaseTexts();
  return (
    <div className={styles.fields}>
      <label>
        {form.accountName}
        <Input
          maxLength={140}
          value={account.name}
          onChange={({ currentTarget }) => onChange({ ...account, name: currentTarget.value })}
        />
      </label>
      <label>
        {form.bank}
        <Input
          maxLength={140}
          value={account.bank}
          onChange={({ currentTarget }) => onChange({ ...account, bank: currentTarget.value })}
        />
      </label>
      <label>
        {form.number}
        <Input
          className="figure"
          inputMode="numeric"
          maxLength={40}
          placeholder={form.numberHint}
          value={account.number}
          onChange={({ currentTarget }) => onChange({ ...account, number: currentTarget.value })}
        />
      </label>
    </div>
  );
}
