import { Input } from 'antd';
import { useState } from 'react';

/** Words to filter by. While one writes, what is written stands, and the address follows; else what the address says. */
export function FilterInput({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
}) {
  const [draft, setDraft] = useState<string>();
  return (
    <Input
      allowClear
      style={{ width: 260, maxWidth: '100%' }}
      aria-label={label}
      placeholder={label}
      value={draft ?? value}
      onFocus={() => setDraft(value)}
      onBlur={() => setDraft(undefined)}
      onChange={({ currentTarget }) => {
        setDraft(currentTarget.value);
        onChange(currentTarget.value);
      }}
    />
  );
}
