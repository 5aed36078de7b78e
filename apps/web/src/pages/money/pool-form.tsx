import { Button, Input } from 'antd';
import { poolResponse } from '@luodi/server/contract';
import type { MoneyResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { Choice } from '../../components/choice.tsx';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import styles from './money.module.css';
import { nameIn } from './sums.ts';

/** Opening a pool of money. */
export function PoolForm({
  bodies,
  onClose,
}: {
  readonly bodies: MoneyResponse['bodies'];
  readonly onClose: (words?: string) => void;
}) {
  const texts = useMoneyTexts();
  const { language } = usePageState();
  const [draft, setDraft] = useState({ name: '', nameEn: '', owner: '', rolling: '' });
  const { run, isRunning, fault } = useCommand(poolResponse);
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const { name, nameEn, owner, rolling } = draft;
  const owning = bodies.find(({ id }) => id === owner);
  const isWhole =
    name.trim() !== '' &&
    nameEn.trim() !== '' &&
    owning !== undefined &&
    /^(20\d\d)?$/u.test(rolling);
  const open = async () => {
    const words = { pool: name.trim(), name: name.trim(), nameEn: nameEn.trim(), owner };
    const until = rolling === '' ? {} : { rollingUntil: Number(rolling) };
    const done = await run('/api/money/pools', { ...words, ...until });
    if (done !== undefined) onClose(texts.pool.done(done.pool));
  };
  return (
    <section className={caseStyles.panel} aria-labelledby="pool-form">
      <h2 id="pool-form">{texts.pool.title}</h2>
      <div className={styles.fields}>
        <label className={styles.field}>
          {texts.pool.name}
          <Input
            maxLength={140}
            value={name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </label>
        <label className={styles.field}>
          {texts.pool.nameEn}
          <Input
            maxLength={140}
            value={nameEn}
            onChange={(event) => change({ nameEn: event.target.value })}
          />
        </label>
        <div className={styles.field}>
          <span>{texts.pool.owner}</span>
          <Choice
            label={texts.pool.owner}
            width={320}
            value={owner}
            options={bodies.map((body) => ({ value: body.id, label: nameIn(body, language) }))}
            onChange={(chosen) => change({ owner: chosen })}
          />
        </div>
        <label className={styles.field}>
          {texts.pool.rolling}
          <Input
            inputMode="numeric"
            maxLength={4}
            value={rolling}
            onChange={(event) => change({ rolling: event.target.value.trim() })}
          />
        </label>
      </div>
      {isWhole && (
        <p className={styles.consequence}>
          {texts.pool.consequence(name.trim(), nameIn(owning, language), rolling)}
        </p>
      )}
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button type="primary" disabled={!isWhole} loading={isRunning} onClick={() => void open()}>
          {texts.pool.submit}
        </Button>
        <Button onClick={() => onClose()}>{texts.cancel}</Button>
      </div>
    </section>
  );
}
