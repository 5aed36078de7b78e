import { Button, Input, InputNumber, Select } from 'antd';
import type { ProgrammeRequest } from '@luodi/server/contract';
import { useProgrammeTexts } from '../../i18n/use-programme-texts.ts';
import { HolderField } from './holder-field.tsx';
import styles from './programmes.module.css';

type Funding = ProgrammeRequest['funding'];
const exhaustions = ['first_come', 'pro_rata', 'queue'] as const;

function Shares({
  shares,
  onChange,
}: {
  readonly shares: Funding['shares'];
  readonly onChange: (shares: Funding['shares']) => void;
}) {
  const { form, shares: label } = useProgrammeTexts();
  return (
    <div className={styles.wide}>
      <span>
        {label} <span className="quiet">{form.holderHint}</span>
      </span>
      {shares.map((share, index) => (
        // A holder may be empty while it is being written.
        <div key={index} className={styles.share}>
          <HolderField
            label={`${form.holder} ${index + 1}`}
            value={share.holder}
            onChange={(holder) =>
              onChange(shares.map((each, at) => (at === index ? { ...each, holder } : each)))
            }
          />
          <Input
            style={{ width: 140 }}
            aria-label={`${form.part} ${index + 1}`}
            placeholder={form.part}
            value={share.part}
            onChange={({ currentTarget }) => {
              const part = currentTarget.value;
              onChange(shares.map((each, at) => (at === index ? { ...each, part } : each)));
            }}
          />
          {shares.length > 1 && (
            <Button
              size="small"
              aria-label={`${form.remove}: ${share.holder}`}
              onClick={() => onChange(shares.filter((_, at) => at !== index))}
            >
              {form.remove}
            </Button>
          )}
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...shares, { holder: '', part: '' }])}>
          {form.addShare}
        </Button>
      </div>
    </div>
  );
}

/** Where the money comes from, who bears how much, who pays first. */
export function FundingFields({
  funding,
  manner,
  onChange,
}: {
  readonly funding: Funding;
  readonly manner: ProgrammeRequest['manner'];
  readonly onChange: (funding: Funding) => void;
}) {
  const texts = useProgrammeTexts();
  // A notice announces a sum for certain; it is not scaled afterwards.
  const possible = exhaustions.filter(
    (value) => value !== 'pro_rata' || manner !== 'automatic' || funding.exhaustion === value,
  );
  return (
    <div className={styles.fields}>
      <label>
        {texts.pool}
        <Input
          maxLength={100}
          value={funding.pool}
          onChange={({ currentTarget }) => onChange({ ...funding, pool: currentTarget.value })}
        />
      </label>
      <label>
        {texts.year}
        <InputNumber
          min={2000}
          max={2100}
          precision={0}
          value={funding.year}
          onChange={(year) => onChange({ ...funding, year: year ?? funding.year })}
        />
      </label>
      <div>
        <span>{texts.advance}</span>
        <HolderField
          label={texts.advance}
          value={funding.advance}
          onChange={(advance) => onChange({ ...funding, advance })}
        />
      </div>
      <div>
        <span>{texts.exhaustion}</span>
        <Select
          aria-label={texts.exhaustion}
          value={funding.exhaustion}
          options={possible.map((value) => ({ value, label: texts.exhaustions[value] }))}
          onChange={(exhaustion: Funding['exhaustion']) => onChange({ ...funding, exhaustion })}
        />
      </div>
      <Shares shares={funding.shares} onChange={(shares) => onChange({ ...funding, shares })} />
    </div>
  );
}
