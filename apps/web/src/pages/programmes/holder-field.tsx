import { AutoComplete } from 'antd';
import { useHolderName } from './use-holder-name.ts';

const usual = ['city', '属地'] as const;

/** Who bears money or pays it: the usual ones are offered, others are written; under the field it says who that is. */
export function HolderField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (holder: string) => void;
}) {
  const nameOf = useHolderName();
  return (
    <span style={{ display: 'grid', width: 240, maxWidth: '100%' }}>
      <AutoComplete
        aria-label={label}
        value={value}
        options={usual.map((holder) => ({ value: holder, label: `${nameOf(holder)} · ${holder}` }))}
        popupMatchSelectWidth={false}
        onChange={(holder: string) => onChange(holder)}
      />
      <output className="quiet">{value === '' ? '' : nameOf(value)}</output>
    </span>
  );
}
