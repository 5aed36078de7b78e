import { Alert, Button, Input } from 'antd';
import { moneyResponse, settlementResponse } from '@luodi/server/contract';
import type { MoneyResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { useHeld } from '../../session/use-held.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { MoneyFrame } from './money-frame.tsx';
import styles from './money.module.css';
import { sayExactly, sayYuan } from './sums.ts';

type Claim = MoneyResponse['claims'][number];

/** A sum in yuan, exact to the fen; `undefined`: it is none. */
function fenOfYuan(text: string): bigint | undefined {
  const match = /^(\d{1,15})(?:\.(\d{1,2}))?$/u.exec(text.trim().replaceAll(/[,，]/gu, ''));
  if (match === null) return undefined;
  const [, whole = '', decimals = ''] = match;
  return BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'));
}

function useNames(claim: Claim): readonly [debtor: string, creditor: string] {
  const { language } = usePageState();
  const zh = language === 'zh';
  return [
    zh ? claim.debtorName : claim.debtorNameEn,
    zh ? claim.creditorName : claim.creditorNameEn,
  ];
}

function SettleForm({
  claim,
  onClose,
}: {
  readonly claim: Claim;
  readonly onClose: (words?: string) => void;
}) {
  const texts = useMoneyTexts();
  const { language } = usePageState();
  const [debtor, creditor] = useNames(claim);
  const [sum, setSum] = useState(sayYuan(claim.fen));
  const [words, setWords] = useState('');
  const { run, isRunning, fault } = useCommand(settlementResponse);
  const fen = fenOfYuan(sum);
  const open = BigInt(claim.fen);
  const sound = fen !== undefined && fen > 0n && fen <= open;
  const problem =
    fen === undefined
      ? texts.settlement.sumFault
      : sound
        ? ''
        : texts.settlement.over(sayExactly(claim.fen, language));
  const said = sayExactly((fen ?? 0n).toString(), language);
  const settle = async () => {
    const { pool, year, creditor: to, debtor: from } = claim;
    const body = { pool, year, creditor: to, debtor: from, fen: String(fen), words: words.trim() };
    const done = await run('/api/money/settlements', body);
    if (done === undefined) return;
    onClose(texts.settlement.done(said, sayExactly(done.open, language)));
  };
  return (
    <section className={caseStyles.panel} aria-labelledby="settle-form">
      <h2 id="settle-form">{texts.settlement.title(debtor, creditor)}</h2>
      <div className={styles.fields}>
        <label className={styles.field}>
          {texts.settlement.sum}
          <Input
            className="figure"
            inputMode="decimal"
            status={problem === '' ? '' : 'error'}
            aria-invalid={problem !== ''}
            value={sum}
            onChange={(event) => setSum(event.target.value)}
          />
          <span role="alert">{problem}</span>
        </label>
        <label className={styles.field}>
          {texts.settlement.words}
          <Input maxLength={140} value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
      </div>
      {sound && (
        <p className={styles.consequence}>
          {texts.settlement.consequence(
            debtor,
            creditor,
            said,
            sayExactly((open - fen).toString(), language),
          )}
        </p>
      )}
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button
          type="primary"
          disabled={!sound || words.trim() === ''}
          loading={isRunning}
          onClick={() => void settle()}
        >
          {texts.settlement.submit(said)}
        </Button>
        <Button onClick={() => onClose()}>{texts.cancel}</Button>
      </div>
    </section>
  );
}

function ClaimRow({
  claim,
  poolName,
  onSettle,
}: {
  readonly claim: Claim;
  readonly poolName: string;
  readonly onSettle: (() => void) | undefined;
}) {
  const { settlement: texts } = useMoneyTexts();
  const { language } = usePageState();
  const [debtor, creditor] = useNames(claim);
  return (
    <tr data-claim={`${claim.creditor} ${claim.debtor}`}>
      <td>
        <strong>{debtor}</strong> → <strong>{creditor}</strong>
        <div className="quiet">
          {poolName} · <span className="figure">{claim.year}</span>
        </div>
      </td>
      <td className={styles.sum}>
        <strong className="figure">{sayExactly(claim.fen, language)}</strong>
        <div className={styles.words}>
          {onSettle === undefined ? (
            <span className="quiet">{texts.notMine}</span>
          ) : (
            <Button
              size="small"
              aria-label={`${texts.settle}: ${texts.title(debtor, creditor)}`}
              onClick={onSettle}
            >
              {texts.settle}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

function Claims({ money, acts }: { readonly money: MoneyResponse; readonly acts: boolean }) {
  const { settlement: texts } = useMoneyTexts();
  const { language } = usePageState();
  const [open, setOpen] = useState<Claim>();
  const [said, setSaid] = useState('');
  const poolName = ({ pool }: Claim) => {
    const found = money.pools.find(({ id }) => id === pool);
    return (language === 'zh' ? found?.name : found?.nameEn) ?? pool;
  };
  return (
    <>
      {said !== '' && <Alert type="success" showIcon title={said} style={{ marginTop: 8 }} />}
      {money.claims.length === 0 && <p>{texts.none}</p>}
      {money.claims.length > 0 && (
        <table className={`${styles.table} ${styles.sheet}`}>
          <thead>
            <tr>
              <th scope="col">
                {texts.columns.debtor} → {texts.columns.creditor}
              </th>
              <th scope="col" className={styles.sum}>
                {texts.columns.open}
              </th>
            </tr>
          </thead>
          <tbody>
            {money.claims.map((claim) => (
              <ClaimRow
                key={`${claim.pool} ${claim.year} ${claim.creditor} ${claim.debtor}`}
                claim={claim}
                poolName={poolName(claim)}
                onSettle={acts && claim.mine ? () => setOpen(claim) : undefined}
              />
            ))}
          </tbody>
        </table>
      )}
      {open !== undefined && (
        <SettleForm
          key={`${open.creditor} ${open.debtor} ${open.year} ${open.pool}`}
          claim={open}
          onClose={(words = '') => {
            setOpen(undefined);
            setSaid(words);
          }}
        />
      )}
    </>
  );
}

/** 清算: who still owes whom for payments that were advanced. */
export function SettlementPage() {
  const { settlement } = useMoneyTexts();
  const query = useHeld('/api/money', moneyResponse);
  return (
    <MoneyFrame intro={settlement.intro}>
      {({ office }) => (
        <ServerGate query={query}>
          {(money) => <Claims money={money} acts={office.role === 'finance'} />}
        </ServerGate>
      )}
    </MoneyFrame>
  );
}
