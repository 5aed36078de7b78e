import { Button, Select } from 'antd';
import type { StepJson } from '@luodi/server/contract';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { useProgrammeTexts } from '../../i18n/use-programme-texts.ts';
import { useStepWords } from '../cases/use-step-words.ts';
import { newStep } from './programme-draft.ts';
import styles from './programmes.module.css';
import { StepFields } from './step-fields.tsx';

const kinds = [
  'application',
  'notice',
  'review',
  'scoring',
  'meeting',
  'joint_document',
  'publicity',
  'claim',
  'payment',
] as const satisfies readonly StepJson['kind'][];

function moved(route: readonly StepJson[], index: number, by: -1 | 1): readonly StepJson[] {
  const step = route[index];
  if (step === undefined) return route;
  const rest = route.filter((_, at) => at !== index);
  return [...rest.slice(0, index + by), step, ...rest.slice(index + by)];
}

/** The way of the cases, step by step: added, told about, moved, removed. */
export function RouteEditor({
  route,
  onChange,
}: {
  readonly route: readonly StepJson[];
  readonly onChange: (route: readonly StepJson[]) => void;
}) {
  const { form } = useProgrammeTexts();
  const { steps } = useCaseTexts();
  const { nameOf } = useStepWords();
  return (
    <>
      {route.map((step, index) => (
        // Steps have no names of their own; a step is what stands at its place.
        <fieldset key={index} className={styles.step} aria-label={`${index + 1} ${nameOf(step)}`}>
          <div className={styles.stepHead}>
            <strong>
              {index + 1}. {steps[step.kind]}
            </strong>
            <Button
              size="small"
              disabled={index === 0}
              aria-label={`${form.up}: ${nameOf(step)}`}
              onClick={() => onChange(moved(route, index, -1))}
            >
              {form.up}
            </Button>
            <Button
              size="small"
              disabled={index === route.length - 1}
              aria-label={`${form.down}: ${nameOf(step)}`}
              onClick={() => onChange(moved(route, index, 1))}
            >
              {form.down}
            </Button>
            <Button
              size="small"
              aria-label={`${form.remove}: ${nameOf(step)}`}
              onClick={() => onChange(route.filter((_, at) => at !== index))}
            >
              {form.remove}
            </Button>
          </div>
          <div className={styles.fields}>
            <StepFields
              step={step}
              onChange={(next) => onChange(route.map((each, at) => (at === index ? next : each)))}
            />
          </div>
        </fieldset>
      ))}
      <Select
        aria-label={form.addStep}
        placeholder={form.addStep}
        style={{ width: 200 }}
        value={null}
        options={kinds.map((value) => ({ value, label: steps[value] }))}
        onChange={(kind: StepJson['kind'] | null) => {
          if (kind !== null) onChange([...route, newStep(kind, form.defaultCommitment)]);
        }}
      />
    </>
  );
}
