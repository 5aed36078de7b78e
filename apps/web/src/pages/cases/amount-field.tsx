import { Input } from 'antd';
import { fraction, rational } from '@luodi/kernel';
import type { CaseStanding } from '@luodi/server/contract';
import { useId } from 'react';
import { money } from '../../components/money.ts';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './cases.module.css';

const fenOfTenThousandYuan = 1_000_000n;

/** What was written as a sum in 万元: nothing, a sum in fen, or no such thing. */
export type WrittenSum =
  | { readonly kind: 'none' }
  | { readonly kind: 'sum'; readonly fen: bigint }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'outside'; readonly fen: bigint };

/** Reads a sum in 万元, exact to the fen, against what the rule allows. */
export function readSum(text: string, amount: CaseStanding['amount'] | undefined): WrittenSum {
  const bare = text.trim().replace(/[,，]/gu, '');
  if (bare === '') return { kind: 'none' };
  const number = /^\d+(\.\d+)?$/u.test(bare) ? fraction.parseDecimal(bare) : undefined;
  if (number === undefined) return { kind: 'unreadable' };
  const exact = fraction.multiply(number, rational(fenOfTenThousandYuan));
  if (exact.denominator !== 1n) return { kind: 'unreadable' };
  const fen = exact.numerator;
  if (amount === undefined) return { kind: 'sum', fen };
  const { lowerFen, upperFen } = amount;
  const inside =
    fen > 0n && fen >= BigInt(lowerFen) && (upperFen === null || fen <= BigInt(upperFen));
  return inside ? { kind: 'sum', fen } : { kind: 'outside', fen };
}

/** The sum that a body sets where the rule leaves it to it, with what the rule allows. */
export function AmountField({
  amount,
  text,
  written,
  onChange,
}: {
  readonly amount: CaseStanding['amount'];
  readonly text: string;
  readonly written: WrittenSum;
  readonly onChange: (text: string) => void;
}) {
  const { decide } = useCaseTexts();
  const { language } = usePageState();
  const id = useId();
  const { lowerFen, upperFen } = amount;
  const say = (fen: string) => money(BigInt(fen), language);
  const allowed =
    upperFen === null
      ? decide.amountOpen
      : lowerFen === '0'
        ? decide.amountUpTo(say(upperFen))
        : decide.amountRange(say(lowerFen), say(upperFen));
  const fault =
    written.kind === 'unreadable'
      ? decide.amountFault
      : written.kind === 'outside'
        ? decide.amountOver
        : '';
  return (
    <div className={styles.amount}>
      <label htmlFor={id}>{decide.amount}</label>
      <Input
        id={id}
        className="figure"
        inputMode="decimal"
        suffix={decide.amountUnit}
        status={fault === '' ? '' : 'error'}
        aria-invalid={fault !== ''}
        aria-describedby={`${id}-note`}
        value={text}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <output id={`${id}-note`} className="quiet">
        {fault === ''
          ? `${allowed}${written.kind === 'none' ? ` · ${decide.amountHint}` : ''}`
          : fault}
      </output>
    </div>
  );
}
