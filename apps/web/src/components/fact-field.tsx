import { CloseOutlined } from '@ant-design/icons';
import { Button, Radio, Select } from 'antd';
import { useId } from 'react';
import { sayReference } from '@luodi/evaluation';
import type { Fact } from '@luodi/language';
import { useTexts } from '../i18n/use-texts.ts';
import { DateInput } from './date-input.tsx';
import { FactText } from './fact-text.tsx';
import type { FieldProps } from './field-props.ts';
import styles from './fact-field.module.css';

interface ControlProps extends FieldProps {
  readonly fact: Fact | undefined;
  readonly id: string;
}

function Truth({ value, onChange, id, asQuestion = false }: ControlProps) {
  const texts = useTexts();
  const answers = [
    { label: texts.facts.yes, value: '是' },
    { label: texts.facts.no, value: '否' },
  ];
  // A question goes away with its answer, so the answers are buttons: arrows within a radio group would choose at once.
  if (asQuestion)
    return (
      <fieldset aria-labelledby={`${id}-label`} className={styles.answers}>
        {answers.map((answer) => (
          <Button key={answer.value} onClick={() => onChange(answer.value)}>
            {answer.label}
          </Button>
        ))}
      </fieldset>
    );
  return (
    <Radio.Group
      aria-labelledby={`${id}-label`}
      optionType="button"
      value={value === '' ? '未知' : value}
      onChange={(event) => {
        const chosen: unknown = event.target.value;
        onChange(chosen === '是' || chosen === '否' ? chosen : '');
      }}
      options={[...answers, { label: texts.facts.unknown, value: '未知' }]}
    />
  );
}

function Control(props: ControlProps) {
  const { fact, value, onChange, content, language, id, onSettled } = props;
  const texts = useTexts();
  if (fact?.type.kind === 'truth') return <Truth {...props} />;
  if (fact?.type.kind === 'choice') {
    const members = content.vocabulary.lists.get(fact.type.list)?.members ?? [];
    return (
      <Select
        id={id}
        className={styles.wide ?? ''}
        value={value === '' ? null : value}
        placeholder={texts.facts.unknown}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={members.map((member) => ({
          value: member.name,
          label: language === 'zh' ? member.name : member.nameEn,
        }))}
        onChange={(chosen: string | null | undefined) => onChange(chosen ?? '')}
      />
    );
  }
  if (fact?.type.kind === 'date')
    return (
      <DateInput
        id={id}
        value={value}
        onChange={onChange}
        mayBeEmpty
        {...(onSettled === undefined ? {} : { onSettled })}
      />
    );
  return <FactText {...props} />;
}

/** One fact to state: label (or question), the control of its type, its definition, and a way back to "unknown". */
export function FactField(props: FieldProps) {
  const { reference, value, onChange, content, language, asQuestion = false, beside } = props;
  const texts = useTexts();
  const id = useId();
  const fact = content.vocabulary.facts.get(reference.name);
  const label = sayReference(reference, content.vocabulary)[language];
  const question =
    fact === undefined || reference.aspect.kind !== 'itself'
      ? label
      : language === 'zh'
        ? fact.question
        : fact.questionEn;
  const definition = language === 'zh' ? fact?.definition : fact?.definitionEn;
  const isGroup = fact?.type.kind === 'truth';
  const text = asQuestion ? question : label;
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        {isGroup ? (
          <span id={`${id}-label`} className={styles.label} title={definition ?? ''}>
            {text}
          </span>
        ) : (
          <label id={`${id}-label`} className={styles.label} htmlFor={id} title={definition ?? ''}>
            {text}
          </label>
        )}
        {value !== '' && !asQuestion && (
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={`${texts.facts.clearOne}: ${label}`}
            onClick={() => onChange('')}
          />
        )}
      </div>
      {asQuestion && definition !== undefined && (
        <p className={`quiet ${styles.definition}`}>{definition}</p>
      )}
      <div className={styles.controls} data-answer>
        <Control {...props} fact={fact} id={id} />
        {beside}
      </div>
    </div>
  );
}
