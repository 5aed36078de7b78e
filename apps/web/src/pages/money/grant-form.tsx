import { Button, Checkbox, Input } from 'antd';
import { movedResponse } from '@luodi/server/contract';
import type { MoneyResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { Choice } from '../../components/choice.tsx';
import { exactMoney } from '../../components/money.ts';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { usePageState } from '../../state/page-state.ts';
import { readSum } from '../cases/amount-field.tsx';
import caseStyles from '../cases/cases.module.css';
import styles from './money.module.css';
import { nameIn, say } from './sums.ts';

interface Draft {
  readonly pool: string;
  readonly year: string;
  readonly holder: string;
  readonly sum: string;
  readonly words: string;
  readonly supplement: boolean;
}

function Fields({
  money,
  draft,
  onChange,
}: {
  readonly money: MoneyResponse;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}) {
  const texts = useMoneyTexts();
  const { language } = usePageState();
  const isFaulty = readSum(draft.sum, undefined).kind === 'unreadable';
  const options = (bodies: readonly { id: string; name: string; nameEn: string }[]) =>
    bodies.map((body) => ({ value: body.id, label: nameIn(body, language) }));
  return (
    <div className={styles.fields}>
      <div className={styles.field}>
        <span>{texts.grant.pool}</span>
        <Choice
          label={texts.grant.pool}
          width={320}
          mayBeEmpty={false}
          value={draft.pool}
          options={options(money.pools)}
          onChange={(pool) => onChange({ pool })}
        />
      </div>
      <div className={styles.field}>
        <span>{texts.grant.holder}</span>
        <Choice
          label={texts.grant.holder}
          width={320}
          value={draft.holder}
          options={options(money.bodies)}
          onChange={(holder) => onChange({ holder })}
        />
      </div>
      <label className={styles.field}>
        {texts.grant.year}
        <Input
          inputMode="numeric"
          maxLength={4}
          value={draft.year}
          onChange={(event) => onChange({ year: event.target.value.trim() })}
        />
      </label>
      <label className={styles.field}>
        {texts.grant.sum}
        <Input
          className="figure"
          inputMode="decimal"
          status={isFaulty ? 'error' : ''}
          aria-invalid={isFaulty}
          value={draft.sum}
          onChange={(event) => onChange({ sum: event.target.value })}
        />
        {isFaulty && <span role="alert">{texts.grant.sumFault}</span>}
      </label>
      <label className={`${styles.field} ${styles.wide}`}>
        {texts.words}
        <Input
          maxLength={140}
          value={draft.words}
          onChange={(event) => onChange({ words: event.target.value })}
        />
      </label>
      <Checkbox
        checked={draft.supplement}
        onChange={(event) => onChange({ supplement: event.target.checked })}
      >
        {texts.grant.supplement}
      </Checkbox>
    </div>
  );
}

/** Granting a budget of a year, or adding to it. */
export function GrantForm({
  money,
  onClose,
}: {
  readonly money: MoneyResponse;
  readonly onClose: (words?: string) => void;
}) {
  const texts = useMoneyTexts();
  const { language, date } = usePageState();
  const [draft, setDraft] = useState<Draft>({
    pool: money.pools[0]?.id ?? '',
    year: String(date.year),
    holder: money.bodies[0]?.id ?? '',
    sum: '',
    words: '',
    supplement: false,
  });
  const { run, isRunning, fault } = useCommand(movedResponse);
  const written = readSum(draft.sum, undefined);
  const fen = written.kind === 'sum' ? written.fen : 0n;
  const pool = money.pools.find(({ id }) => id === draft.pool);
  const holder = money.bodies.find(({ id }) => id === draft.holder);
  const { year, words } = draft;
  const isYear = /^20\d\d$/u.test(year);
  const before = pool?.budgets.find(
    (budget) => budget.holder === draft.holder && String(budget.year) === year,
  );
  const isWhole = pool !== undefined && holder !== undefined && isYear && fen > 0n;
  const after = exactMoney(fen + BigInt(before?.available ?? '0'), language);
  const sum = say(fen.toString(), language);
  const grant = async () => {
    const body = { ...draft, year: Number(year), words: words.trim(), fen: fen.toString() };
    const { sum: _, ...rest } = body;
    const done = await run('/api/money/budgets', rest);
    if (done !== undefined) onClose(texts.grant.done(sum));
  };
  return (
    <section className={caseStyles.panel} aria-labelledby="grant-form">
      <h2 id="grant-form">{texts.grant.title}</h2>
      <Fields
        money={money}
        draft={draft}
        onChange={(part) => setDraft((last) => ({ ...last, ...part }))}
      />
      {isWhole && (
        <p className={styles.consequence}>
          {texts.grant.consequence(
            nameIn(holder, language),
            nameIn(pool, language),
            year,
            sum,
            after,
          )}
        </p>
      )}
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button
          type="primary"
          disabled={!isWhole || words.trim() === ''}
          loading={isRunning}
          onClick={() => void grant()}
        >
          {texts.grant.submit(sum)}
        </Button>
        <Button onClick={() => onClose()}>{texts.cancel}</Button>
      </div>
    </section>
  );
}
