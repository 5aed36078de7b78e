import { Input, InputNumber, Radio, Select } from 'antd';
import type { StepJson } from '@luodi/server/contract';
import { useId } from 'react';
import { useProgrammeTexts } from '../../i18n/use-programme-texts.ts';
import styles from './programmes.module.css';

interface StepProps<S extends StepJson = StepJson> {
  readonly step: S;
  readonly onChange: (step: StepJson) => void;
}

function Names({
  label,
  values,
  onChange,
}: {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
}) {
  const id = useId();
  return (
    <div className={styles.wide}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        mode="tags"
        open={false}
        suffixIcon={null}
        tokenSeparators={['、', ',', '，', ';', '；']}
        value={[...values]}
        onChange={(next: string[]) => onChange(next.map((each) => each.trim()).filter(Boolean))}
      />
    </div>
  );
}

function Text({
  label,
  value,
  onChange,
  wide = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wide?: boolean;
}) {
  return (
    <label className={wide ? styles.wide : undefined}>
      {label}
      {wide ? (
        <Input.TextArea
          autoSize={{ minRows: 2 }}
          maxLength={200}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      ) : (
        <Input
          maxLength={200}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </label>
  );
}

function Whole({
  label,
  value,
  most,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly most: number;
  readonly onChange: (value: number | null) => void;
}) {
  return (
    <label>
      {label}
      <InputNumber min={1} max={most} precision={0} value={value} onChange={onChange} />
    </label>
  );
}

const mostDays = 250;
const mostExperts = 15;
const mostPoints = 100;

function Level({
  level,
  onChange,
}: {
  readonly level: 'district' | 'city';
  readonly onChange: (level: 'district' | 'city') => void;
}) {
  const { form } = useProgrammeTexts();
  const id = useId();
  return (
    <div>
      <span id={id}>{form.level}</span>
      <Radio.Group
        aria-labelledby={id}
        value={level}
        options={[
          { value: 'district', label: form.levels.district },
          { value: 'city', label: form.levels.city },
        ]}
        onChange={({ target }) => onChange(target.value === 'district' ? 'district' : 'city')}
      />
    </div>
  );
}

function Application({ step, onChange }: StepProps<Extract<StepJson, { kind: 'application' }>>) {
  const { form } = useProgrammeTexts();
  return (
    <>
      <Names
        label={form.papers}
        values={step.papers}
        onChange={(papers) => onChange({ ...step, papers })}
      />
      <Names
        label={form.laterPapers}
        values={step.laterPapers}
        onChange={(laterPapers) => onChange({ ...step, laterPapers })}
      />
      <Text
        wide
        label={form.commitment}
        value={step.commitment}
        onChange={(commitment) => onChange({ ...step, commitment })}
      />
    </>
  );
}

function Review({ step, onChange }: StepProps<Extract<StepJson, { kind: 'review' }>>) {
  const { form } = useProgrammeTexts();
  return (
    <>
      <Text label={form.name} value={step.name} onChange={(name) => onChange({ ...step, name })} />
      <Text
        label={form.nameEn}
        value={step.nameEn}
        onChange={(nameEn) => onChange({ ...step, nameEn })}
      />
      <Level level={step.level} onChange={(level) => onChange({ ...step, level })} />
      <Whole
        label={form.workingDays}
        most={mostDays}
        value={step.workingDays}
        onChange={(workingDays) => onChange({ ...step, workingDays })}
      />
      <Names
        label={form.bodies}
        values={step.bodies}
        onChange={(bodies) => onChange({ ...step, bodies })}
      />
    </>
  );
}

function Scoring({ step, onChange }: StepProps<Extract<StepJson, { kind: 'scoring' }>>) {
  const { form } = useProgrammeTexts();
  return (
    <>
      <Text label={form.body} value={step.body} onChange={(body) => onChange({ ...step, body })} />
      <Level level={step.level} onChange={(level) => onChange({ ...step, level })} />
      <Whole
        label={form.experts}
        most={mostExperts}
        value={step.experts}
        onChange={(experts) => onChange({ ...step, experts: experts ?? 1 })}
      />
      <Whole
        label={form.passMark}
        most={mostPoints}
        value={step.passMark}
        onChange={(passMark) => onChange({ ...step, passMark: passMark ?? 0 })}
      />
    </>
  );
}

function Meeting({ step, onChange }: StepProps<Extract<StepJson, { kind: 'meeting' }>>) {
  const { form } = useProgrammeTexts();
  return (
    <>
      <Text label={form.name} value={step.name} onChange={(name) => onChange({ ...step, name })} />
      <Text
        label={form.nameEn}
        value={step.nameEn}
        onChange={(nameEn) => onChange({ ...step, nameEn })}
      />
      <Text label={form.body} value={step.body} onChange={(body) => onChange({ ...step, body })} />
      <Level level={step.level} onChange={(level) => onChange({ ...step, level })} />
    </>
  );
}

/** What a step of a route needs to be told, by its kind. */
export function StepFields({ step, onChange }: StepProps) {
  const { form } = useProgrammeTexts();
  switch (step.kind) {
    case 'application':
      return <Application step={step} onChange={onChange} />;
    case 'review':
      return <Review step={step} onChange={onChange} />;
    case 'scoring':
      return <Scoring step={step} onChange={onChange} />;
    case 'meeting':
      return <Meeting step={step} onChange={onChange} />;
    case 'joint_document':
      return (
        <>
          <Level level={step.level} onChange={(level) => onChange({ ...step, level })} />
          <Names
            label={form.bodies}
            values={step.bodies}
            onChange={(bodies) => onChange({ ...step, bodies })}
          />
        </>
      );
    case 'notice':
    case 'publicity':
      return (
        <Whole
          label={form.workingDays}
          most={mostDays}
          value={step.workingDays}
          onChange={(workingDays) => onChange({ ...step, workingDays: workingDays ?? 1 })}
        />
      );
    case 'claim':
      return (
        <>
          <Whole
            label={form.workingDays}
            most={mostDays}
            value={step.workingDays}
            onChange={(workingDays) => onChange({ ...step, workingDays })}
          />
          <Text
            wide
            label={form.commitment}
            value={step.commitment}
            onChange={(commitment) => onChange({ ...step, commitment })}
          />
        </>
      );
    case 'payment':
      return null;
  }
}
