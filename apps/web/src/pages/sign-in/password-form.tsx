import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSessionTexts } from '../../i18n/use-session-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import styles from './sign-in.module.css';
import { useSignIn } from './use-sign-in.ts';

/** Signing in with login and password. */
export function PasswordForm() {
  const { page, signIn: enter } = useSessionTexts();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const { signIn, isRunning, fault } = useSignIn();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void signIn({ login: login.trim(), password });
      }}
    >
      <label>
        {page.login}
        <Input
          autoComplete="username"
          value={login}
          onChange={({ currentTarget }) => setLogin(currentTarget.value)}
        />
      </label>
      <label>
        {page.password}
        <Input.Password
          autoComplete="current-password"
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
      </label>
      <FaultNotice fault={fault} />
      <Button
        type="primary"
        htmlType="submit"
        loading={isRunning}
        disabled={login.trim() === '' || password === ''}
      >
        {enter}
      </Button>
    </form>
  );
}
