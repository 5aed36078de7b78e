import { Select } from 'antd';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** One of several values, or none: a filter. Long lists are searched by writing. */
export function Choice({
  label,
  value,
  options,
  onChange,
  width = 160,
  mayBeEmpty = true,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  readonly width?: number;
  readonly mayBeEmpty?: boolean;
}) {
  return (
    <Select
      aria-label={label}
      placeholder={label}
      style={{ width, maxWidth: '100%' }}
      allowClear={mayBeEmpty}
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      popupMatchSelectWidth={false}
      value={value === '' ? null : value}
      options={[...options]}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? '')}
    />
  );
}
