import { Input } from 'antd';
import { useId } from 'react';
import styles from './recoveries.module.css';

/** A line or a few of words with their label. */
export function WordsField({
  label,
  value,
  onChange,
  longest,
  lines = 1,
  note,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly longest: number;
  readonly lines?: number;
  readonly note?: string;
}) {
  const id = useId();
  const common = { id, maxLength: longest, value, 'aria-describedby': `${id}-note` };
  return (
    <div className={styles.words}>
      <label htmlFor={id}>{label}</label>
      {lines > 1 ? (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: lines }}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      ) : (
        <Input {...common} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
      )}
      <span id={`${id}-note`} className="quiet">
        {note}
      </span>
    </div>
  );
}
