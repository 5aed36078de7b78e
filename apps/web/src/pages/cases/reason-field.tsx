import { Input } from 'antd';

/** Why a task is decided so, or somebody objects, in a person’s own words. */
export function ReasonField({
  label,
  rows,
  text,
  onChange,
}: {
  readonly label: string;
  readonly rows: number;
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  return (
    <Input.TextArea
      style={{ marginTop: 8 }}
      aria-label={label}
      placeholder={label}
      autoSize={{ minRows: rows }}
      maxLength={2000}
      value={text}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
