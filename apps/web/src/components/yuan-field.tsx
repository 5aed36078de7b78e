import { Input } from 'antd';
import { fraction, rational } from '@luodi/kernel';
import { useId } from 'react';
import { useRecoveryTexts } from '../i18n/use-recovery-texts.ts';
import styles from './yuan-field.module.css';

const fenOfYuan = 100n;

/** A sum written in 元, exact to the fen and above nothing, in fen; `undefined` for anything else. */
export function fenOf(text: string): bigint | undefined {
  const bare = text.trim().replace(/[,，]/gu, '');
  const number = /^\d+(\.\d+)?$/u.test(bare) ? fraction.parseDecimal(bare) : undefined;
  if (number === undefined) return undefined;
  const exact = fraction.multiply(number, rational(fenOfYuan));
  return exact.denominator === 1n && exact.numerator > 0n ? exact.numerator : undefined;
}

/** A sum in fen as it is written into the field: `1234.50`. */
export function yuanOf(fen: string): string {
  const digits = fen.padStart(3, '0');
  const cents = digits.slice(-2);
  return cents === '00' ? digits.slice(0, -2) : `${digits.slice(0, -2)}.${cents}`;
}

/** A sum in 元, with what may be written beside it; what is no sum, or above `most`, is said under it. */
export function YuanField({
  label,
  text,
  onChange,
  most,
  note,
}: {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** In fen. */
  readonly most?: bigint | undefined;
  readonly note?: string | undefined;
}) {
  const { sums } = useRecoveryTexts();
  const id = useId();
  const fen = fenOf(text);
  const empty = text.trim() === '';
  const over = fen !== undefined && most !== undefined && fen > most;
  const fault = empty ? '' : fen === undefined ? sums.unreadable : over ? sums.tooMuch : '';
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        className="figure"
        inputMode="decimal"
        suffix={sums.yuan}
        status={fault === '' ? '' : 'error'}
        aria-invalid={fault !== ''}
        aria-describedby={`${id}-note`}
        value={text}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <output id={`${id}-note`} className="quiet">
        {fault === '' ? (note ?? '') : fault}
      </output>
    </div>
  );
}
