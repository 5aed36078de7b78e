import { Button, Input } from 'antd';
import { accountResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { useAdminTexts } from '../../i18n/use-admin-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import styles from '../cases/cases.module.css';
import { OfficeFields } from './office-fields.tsx';
import type { OfficeDraft } from './office-fields.tsx';
import { OneTimePassword } from './one-time-password.tsx';

const nobody = { login: '', name: '', nameEn: '' };
const noOffice: OfficeDraft = { organisation: '', role: '' };

/** Adds an account with its first office; its one-time password is shown once. */
export function NewUser() {
  const { users: texts } = useAdminTexts();
  const [person, setPerson] = useState(nobody);
  const [office, setOffice] = useState(noOffice);
  const [made, setMade] = useState<{ readonly login: string; readonly password: string | null }>();
  const { run, isRunning, fault } = useCommand(accountResponse);
  const { organisation, role } = office;
  const isWhole =
    [person.login, person.name, person.nameEn].every((words) => words.trim() !== '') &&
    organisation.trim() !== '' &&
    role !== '';
  const add = async () => {
    const login = person.login.trim();
    const account = await run('/api/admin/users', {
      login,
      name: person.name.trim(),
      nameEn: person.nameEn.trim(),
      offices: [{ organisation: organisation.trim(), role }],
    });
    if (account === undefined) return;
    setMade({ login, password: account.oneTimePassword });
    setPerson(nobody);
    setOffice(noOffice);
  };
  const field = (key: keyof typeof nobody, label: string) => (
    <label>
      {label}
      <Input
        maxLength={100}
        autoComplete="off"
        value={person[key]}
        onChange={({ currentTarget }) => setPerson({ ...person, [key]: currentTarget.value })}
      />
    </label>
  );
  return (
    <form
      className={styles.panel}
      aria-label={texts.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h3>{texts.add}</h3>
      <div className={styles.fields}>
        {field('login', texts.login)}
        {field('name', texts.name)}
        {field('nameEn', texts.nameEn)}
      </div>
      <div className={styles.actions}>
        <OfficeFields draft={office} onChange={setOffice} />
        <Button type="primary" htmlType="submit" loading={isRunning} disabled={!isWhole}>
          {texts.create}
        </Button>
      </div>
      <FaultNotice fault={fault} />
      {made !== undefined && (
        <OneTimePassword words={texts.created(made.login)} password={made.password} />
      )}
    </form>
  );
}
