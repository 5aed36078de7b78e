import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, Radio, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import type { FactReference, Language } from '@luodi/evaluation';
import { readFacts, referenceKey, sayReference } from '@luodi/evaluation';
import type { Content, Fact } from '@luodi/language';
import { useTexts } from '../i18n/use-texts.ts';
import type { Texts } from '../i18n/zh.ts';
import styles from './fact-field.module.css';

interface FieldProps {
  readonly reference: FactReference;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly content: Content;
  readonly language: Language;
  /** Shows the question of the vocabulary instead of the name. */
  readonly asQuestion?: boolean;
}

/** A bare number of money is meant in 万元, as people write it; everything else stays as typed. */
function completed(text: string, fact: Fact | undefined, isHistory: boolean): string {
  const bare = /^[\d,，]+(\.\d+)?$/.test(text.trim());
  if (!bare) return text.trim();
  if (fact?.factKind === 'money' || isHistory) return `${text.trim()}万元`;
  if (fact?.factKind === 'rate') return `${text.trim()}%`;
  return text.trim();
}

function unitOf(fact: Fact | undefined, isHistory: boolean): string {
  if (fact?.factKind === 'money' || isHistory) return '万元';
  if (fact?.factKind === 'rate') return '%';
  return fact?.unit ?? '';
}

function TextValue({
  fact,
  reference,
  value,
  onChange,
  content,
  language,
  id,
  texts,
}: Omit<FieldProps, 'asQuestion'> & { fact: Fact | undefined; id: string; texts: Texts }) {
  const [draft, setDraft] = useState(value);
  const [fault, setFault] = useState('');
  useEffect(() => {
    setDraft(value);
    setFault('');
  }, [value]);
  const isHistory = reference.aspect.kind === 'received';
  const commit = () => {
    const text = completed(draft, fact, isHistory);
    if (text === value) return;
    const read = readFacts({ [referenceKey(reference)]: text }, content);
    if (text !== '' && !read.ok) {
      const [first] = read.error;
      setFault(
        first === undefined
          ? ''
          : `${first.message[language]}${language === 'zh' ? '，' : ': '}${first.hint[language]}`,
      );
      return;
    }
    setFault('');
    onChange(text);
  };
  const isDate = fact?.type.kind === 'date';
  return (
    <>
      <Input
        id={id}
        type={isDate ? 'date' : 'text'}
        value={draft}
        status={fault === '' ? '' : 'error'}
        aria-invalid={fault !== ''}
        aria-describedby={`${id}-fault`}
        suffix={
          isDate ? null : (
            <span className="quiet">
              {/^[\d.,，]*$/.test(draft) ? unitOf(fact, isHistory) : ''}
            </span>
          )
        }
        placeholder={texts.facts.unknown}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onPressEnter={commit}
      />
      <span id={`${id}-fault`} role="alert" className={styles.fault}>
        {fault}
      </span>
    </>
  );
}

function Value(
  props: Omit<FieldProps, 'asQuestion'> & { fact: Fact | undefined; id: string; texts: Texts },
) {
  const { fact, value, onChange, content, language, id, texts } = props;
  if (fact?.type.kind === 'truth')
    return (
      <Radio.Group
        id={id}
        aria-labelledby={`${id}-label`}
        optionType="button"
        size="middle"
        value={value === '' ? '未知' : value}
        onChange={(event) => {
          const chosen: unknown = event.target.value;
          onChange(chosen === '是' || chosen === '否' ? chosen : '');
        }}
        options={[
          { label: texts.facts.yes, value: '是' },
          { label: texts.facts.no, value: '否' },
          { label: texts.facts.unknown, value: '未知' },
        ]}
      />
    );
  if (fact?.type.kind === 'choice') {
    const members = content.vocabulary.lists.get(fact.type.list)?.members ?? [];
    return (
      <Select
        id={id}
        className={styles.wide ?? ''}
        value={value === '' ? null : value}
        placeholder={texts.facts.unknown}
        allowClear
        showSearch
        options={members.map((member) => ({
          value: member.name,
          label: language === 'zh' ? member.name : member.nameEn,
        }))}
        onChange={(chosen: string | null | undefined) => onChange(chosen ?? '')}
      />
    );
  }
  return <TextValue {...props} />;
}

/** One fact to state: label (or question), the control of its type, its definition, and a way back to "unknown". */
export function FactField(props: FieldProps) {
  const { reference, value, onChange, content, language, asQuestion = false } = props;
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
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label id={`${id}-label`} htmlFor={id} title={definition ?? ''}>
          {asQuestion ? question : label}
        </label>
        {value !== '' && (
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={`${texts.facts.clearOne}: ${label}`}
            onClick={() => onChange('')}
          />
        )}
      </div>
      <Value {...props} fact={fact} id={id} texts={texts} />
      {asQuestion && definition !== undefined && (
        <p className={`quiet ${styles.definition}`}>{definition}</p>
      )}
    </div>
  );
}
