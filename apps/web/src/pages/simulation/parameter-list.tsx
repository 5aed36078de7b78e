import { UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { AdjustableMeasure, SimulationParameter } from '@luodi/server/contract';
import { Choice } from '../../components/choice.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import type { Changes } from './page-changes.ts';
import { useParameterNames } from './parameter-names.ts';
import { ParameterSlider, RuleLine } from './parameter-slider.tsx';
import styles from './simulation.module.css';

interface FieldProps {
  readonly parameter: SimulationParameter;
  readonly name: string;
  readonly value: string;
  readonly onSettle: (value: string) => void;
}

/** Dates and choices. What the server calls no end of a validity is shown as an empty date. */
function PlainField({ parameter, name, value, onSettle }: FieldProps) {
  const { parameters: texts } = useSimulationTexts();
  const { language } = usePageState();
  const id = `parameter-${parameter.id}`;
  const isDate = parameter.kind === 'validity';
  const open = !/^\d{4}-/.test(value);
  return (
    <div className={styles.plainField}>
      <label htmlFor={id}>{name}</label>
      {isDate && (
        <DateInput
          id={id}
          value={open ? '' : value}
          mayBeEmpty={parameter.id === 'until'}
          onChange={(date) => onSettle(date === '' ? noEnd : date)}
        />
      )}
      {isDate && open && <span className="quiet">{texts.noEnd}</span>}
      {parameter.choices !== null && (
        <Choice
          label={name}
          value={value}
          width={200}
          mayBeEmpty={false}
          options={parameter.choices.map(({ value: choice, label, labelEn }) => ({
            value: choice,
            label: language === 'zh' ? label : labelEn,
          }))}
          onChange={onSettle}
        />
      )}
      {value !== parameter.value && (
        <Button
          type="text"
          size="small"
          icon={<UndoOutlined />}
          aria-label={texts.reset(name)}
          onClick={() => onSettle(parameter.value)}
        >
          {isDate && !/^\d{4}-/.test(parameter.value) ? texts.noEnd : isDate ? parameter.value : ''}
        </Button>
      )}
    </div>
  );
}

/** How a validity without an end travels. */
const noEnd = '长期';

const order = ['rate', 'amount', 'cap', 'threshold', 'validity', 'stacking'] as const;

/** What is asked for most comes first; those of a kind as the rule has them. */
function inOrder(parameters: readonly SimulationParameter[]): readonly SimulationParameter[] {
  return order.flatMap((kind) => parameters.filter((parameter) => parameter.kind === kind));
}

/** Everything of a measure that can be turned. */
export function ParameterList({
  measure,
  changes,
  onMove,
  onSettle,
}: {
  readonly measure: AdjustableMeasure;
  readonly changes: Changes;
  readonly onMove: (parameter: SimulationParameter, value: string) => void;
  readonly onSettle: (parameter: SimulationParameter, value: string) => void;
}) {
  const { parameters: texts } = useSimulationTexts();
  const nameOf = useParameterNames(measure);
  return (
    <div className={styles.parameters}>
      {inOrder(measure.parameters).map((parameter) => {
        const common = {
          parameter,
          name: nameOf(parameter.id),
          value: changes.get(parameter.id) ?? parameter.value,
          onSettle: (value: string) => onSettle(parameter, value),
        };
        if (parameter.range !== null)
          return (
            <ParameterSlider
              key={parameter.id}
              {...common}
              range={parameter.range}
              onMove={(value) => onMove(parameter, value)}
            />
          );
        return parameter.kind === 'validity' || parameter.choices !== null ? (
          <PlainField key={parameter.id} {...common} />
        ) : (
          <div key={parameter.id} className={styles.parameter}>
            <span className={styles.parameterName}>{common.name}</span>
            <RuleLine {...parameter} />
          </div>
        );
      })}
      {measure.parameters.some(({ kind }) => kind === 'stacking') && (
        <p className={styles.small}>{texts.documentWide}</p>
      )}
    </div>
  );
}
