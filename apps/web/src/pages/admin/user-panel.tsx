import { Button } from 'antd';
import { accountResponse } from '@luodi/server/contract';
import type { UsersResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { BodyName } from '../../components/body-name.tsx';
import { useAdminTexts } from '../../i18n/use-admin-texts.ts';
import { useSessionTexts } from '../../i18n/use-session-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import type { CommandInput } from '../../session/use-command.ts';
import { useCommand } from '../../session/use-command.ts';
import styles from './admin.module.css';
import { OfficeFields } from './office-fields.tsx';
import type { OfficeDraft } from './office-fields.tsx';
import { OneTimePassword } from './one-time-password.tsx';

export type User = UsersResponse['users'][number];

/** Does something to an account. `part`: what of its address. */
type Act = (part: string, body?: CommandInput) => Promise<boolean>;

function Offices({ user, act }: { readonly user: User; readonly act: Act }) {
  const { users: texts } = useAdminTexts();
  const { roles } = useSessionTexts();
  const [office, setOffice] = useState<OfficeDraft>({ organisation: '', role: '' });
  const add = async () => {
    const organisation = office.organisation.trim();
    if (await act('offices', { change: 'add', organisation, role: office.role }))
      setOffice({ organisation: '', role: '' });
  };
  return (
    <>
      <h3>{texts.offices}</h3>
      {user.offices.length === 0 && <p className="quiet">{texts.noOffice}</p>}
      <ul className={styles.offices}>
        {user.offices.map(({ organisation, organisationName, role }) => (
          <li key={`${organisation} ${role}`}>
            <BodyName name={organisationName} /> · {roles[role]}{' '}
            <Button
              size="small"
              aria-label={texts.removeOffice(`${organisationName} · ${roles[role]}`)}
              onClick={() => void act('offices', { change: 'remove', organisation, role })}
            >
              {texts.remove}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <OfficeFields draft={office} onChange={setOffice} />
        <Button
          disabled={office.organisation.trim() === '' || office.role === ''}
          onClick={() => void add()}
        >
          {texts.addOffice}
        </Button>
      </div>
    </>
  );
}

function Doings({ user, act }: { readonly user: User; readonly act: Act }) {
  const { users: texts } = useAdminTexts();
  const button = (label: string, hint: string, run: () => Promise<boolean>) => (
    <div className={styles.doing}>
      <Button onClick={() => void run()}>{label}</Button>
      <span className="quiet">{hint}</span>
    </div>
  );
  return (
    <>
      {user.disabled || user.lockedUntil !== null
        ? button(user.disabled ? texts.enable : texts.unlock, '', () =>
            act('disabled', { disabled: false }),
          )
        : null}
      {!user.disabled &&
        button(texts.disable, texts.disableHint, () => act('disabled', { disabled: true }))}
      {!user.external && button(texts.reset, texts.resetHint, () => act('password'))}
      {button(texts.endSessions, texts.endSessionsHint, () => act('sessions/end'))}
    </>
  );
}

/** Everything that can be done to an account. */
export function UserPanel({ user }: { readonly user: User }) {
  const { users: texts } = useAdminTexts();
  const { run, fault } = useCommand(accountResponse);
  const [done, setDone] = useState<{ readonly password: string | null }>();
  const act: Act = async (part, body) => {
    setDone(undefined);
    const account = await run(`/api/admin/users/${encodeURIComponent(user.id)}/${part}`, body);
    if (account !== undefined) setDone({ password: account.oneTimePassword });
    return account !== undefined;
  };
  return (
    <section aria-label={texts.manage(user.login)} data-user={user.login}>
      {user.email !== null && <p>{texts.mail(user.email)}</p>}
      <Offices user={user} act={act} />
      <Doings user={user} act={act} />
      <FaultNotice fault={fault} />
      {done !== undefined && <OneTimePassword words={texts.done} password={done.password} />}
    </section>
  );
}
