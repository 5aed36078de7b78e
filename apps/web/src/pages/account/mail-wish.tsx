import { Alert, Button, Checkbox, Input } from 'antd';
import { ownMailResponse } from '@luodi/server/contract';
import type { OwnMailResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { useSessionTexts } from '../../i18n/use-session-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { useHeld } from '../../session/use-held.ts';
import styles from './account.module.css';

const path = '/api/session/mail';

function Wish({ kept }: { readonly kept: OwnMailResponse }) {
  const { mail: texts } = useSessionTexts();
  const [address, setAddress] = useState(kept.address ?? '');
  const [wanted, setWanted] = useState(kept.wanted);
  const [done, setDone] = useState(false);
  const { run, isRunning, fault } = useCommand(ownMailResponse);
  const save = async () => {
    const given = address.trim();
    const saved = await run(path, { address: given === '' ? null : given, wanted });
    setDone(saved !== undefined);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label>
        {texts.address}
        <Input
          type="email"
          autoComplete="email"
          maxLength={254}
          value={address}
          onChange={({ currentTarget }) => {
            setAddress(currentTarget.value);
            setDone(false);
          }}
        />
      </label>
      <Checkbox
        checked={wanted}
        onChange={({ target }) => {
          setWanted(target.checked);
          setDone(false);
        }}
      >
        {texts.wanted}
      </Checkbox>
      {!kept.sends && <Alert type="info" showIcon title={texts.notSent} />}
      <FaultNotice fault={fault} />
      {done && <Alert type="success" showIcon title={texts.done} />}
      <Button type="primary" htmlType="submit" loading={isRunning}>
        {texts.save}
      </Button>
    </form>
  );
}

/** Whether and where one is told of news by mail. */
export function MailWish() {
  const { mail: texts } = useSessionTexts();
  const query = useHeld(path, ownMailResponse);
  return (
    <section className={styles.part} aria-labelledby="mail-wish">
      <h2 id="mail-wish">{texts.title}</h2>
      <p className="quiet">{texts.intro}</p>
      <ServerGate query={query}>{(kept) => <Wish kept={kept} />}</ServerGate>
    </section>
  );
}
