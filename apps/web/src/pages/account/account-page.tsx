import { Alert, Button, Input } from 'antd';
import { roles, sessionResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { useSessionTexts } from '../../i18n/use-session-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { useEnterSession, useSession } from '../../session/use-session.ts';
import { MailWish } from './mail-wish.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import styles from './account.module.css';

function PasswordChange() {
  const { password: texts } = useSessionTexts();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [done, setDone] = useState(false);
  const { run, isRunning, fault } = useCommand(sessionResponse);
  const enter = useEnterSession();
  const change = async () => {
    const session = await run('/api/session/password', { current, next });
    if (session === undefined) return;
    enter(session);
    setDone(true);
    setCurrent('');
    setNext('');
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <label>
        {texts.current}
        <Input.Password
          autoComplete="current-password"
          value={current}
          onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
        />
      </label>
      <label>
        {texts.next}
        <Input.Password
          autoComplete="new-password"
          value={next}
          onChange={({ currentTarget }) => setNext(currentTarget.value)}
        />
      </label>
      <FaultNotice fault={fault} />
      {done && <Alert type="success" showIcon title={texts.done} />}
      <Button
        type="primary"
        htmlType="submit"
        loading={isRunning}
        disabled={current === '' || next === ''}
      >
        {texts.change}
      </Button>
    </form>
  );
}

function Password() {
  const { password } = useSessionTexts();
  return (
    <section className={styles.part} aria-labelledby="password">
      <h2 id="password">{password.title}</h2>
      <PasswordChange />
    </section>
  );
}

/** One's own account: notices by mail, and the password. Until a one-time password is changed nothing else is to be done. */
export function AccountPage() {
  const { accountPage } = useSessionTexts();
  const { data } = useSession();
  const hasPassword = data?.kind === 'signed_in' && data.mode === 'production';
  return (
    <>
      <h1>{accountPage}</h1>
      {data?.kind === 'signed_in' && data.mustChangePassword ? (
        <Password />
      ) : (
        <RoleGate roles={roles}>
          {() => (
            <>
              <MailWish />
              {hasPassword && <Password />}
            </>
          )}
        </RoleGate>
      )}
    </>
  );
}
