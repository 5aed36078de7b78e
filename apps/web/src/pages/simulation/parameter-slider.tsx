import { UndoOutlined } from '@ant-design/icons';
import { Button, InputNumber, Slider } from 'antd';
import type { SimulationParameter } from '@luodi/server/contract';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { numberOf, reachOf, valueOf, valueWords } from './parameter-value.ts';
import styles from './simulation.module.css';

/** The line of the rule that a value stands in, with the value marked. */
export function RuleLine({ words, start, value }: SimulationParameter) {
  if (start === null) return null;
  const end = start + value.length;
  return (
    <code className={styles.ruleLine} lang="zh-CN">
      {words.slice(0, start)}
      <mark>{words.slice(start, end)}</mark>
      {words.slice(end)}
    </code>
  );
}

/** A number of a rule as a slider and as a number to type, with the original marked. */
export function ParameterSlider({
  parameter,
  range,
  name,
  value,
  onMove,
  onSettle,
}: {
  readonly parameter: SimulationParameter;
  readonly range: NonNullable<SimulationParameter['range']>;
  readonly name: string;
  readonly value: string;
  /** While it is dragged. */
  readonly onMove: (value: string) => void;
  /** When it rests. */
  readonly onSettle: (value: string) => void;
}) {
  const { parameters: texts, units } = useSimulationTexts();
  const { language } = usePageState();
  const number = numberOf(value, range) ?? range.value;
  const { min, max } = reachOf(range, number);
  const original = valueWords(parameter.value, language, units);
  const unit = language === 'zh' ? range.unit : (units[range.unit] ?? range.unit);
  return (
    <fieldset className={styles.parameter} aria-label={`${name} ${original}`}>
      <div className={styles.parameterHead}>
        <span className={styles.parameterName}>{name}</span>
        <span className={styles.parameterValue}>
          <InputNumber
            size="small"
            aria-label={texts.number(`${name} ${original}`)}
            style={{ width: 96 }}
            min={0}
            step={range.step}
            value={number}
            onChange={(typed: number | null) => {
              if (typed !== null && typed !== number) onSettle(valueOf(typed, range));
            }}
          />
          <span className={styles.unit}>{unit}</span>
          <Button
            type="text"
            size="small"
            icon={<UndoOutlined />}
            disabled={value === parameter.value}
            aria-label={texts.reset(`${name} ${original}`)}
            title={texts.resetShort}
            onClick={() => onSettle(parameter.value)}
          />
        </span>
      </div>
      <Slider
        min={min}
        max={max}
        step={range.step}
        value={number}
        styles={{ rail: { background: '#b6bcc6' } }}
        marks={{ [range.value]: <span className={styles.mark}>{texts.original(original)}</span> }}
        ariaLabelForHandle={`${name} ${original}`}
        ariaValueTextFormatterForHandle={(at) => valueWords(valueOf(at, range), language, units)}
        tooltip={{
          formatter: (at) =>
            at === undefined ? null : valueWords(valueOf(at, range), language, units),
        }}
        onChange={(at) => onMove(valueOf(at, range))}
        onChangeComplete={(at) => onSettle(valueOf(at, range))}
      />
      <RuleLine {...parameter} />
    </fieldset>
  );
}
