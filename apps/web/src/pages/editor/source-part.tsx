import { Button, Input } from 'antd';
import { useState } from 'react';
import { useEditorTexts } from '../../i18n/use-editor-texts.ts';
import styles from './editor.module.css';

/** The text that the policy is written from: pasted here, kept beside the rules, turned into clauses and quotations. */
export function SourcePart({
  initial,
  isFresh,
  onChange,
  onMake,
}: {
  readonly initial: string;
  /** The rules are still the template: the clauses take its place rather than follow it. */
  readonly isFresh: boolean;
  readonly onChange: (text: string) => void;
  readonly onMake: (text: string) => void;
}) {
  const texts = useEditorTexts();
  const [text, setText] = useState(initial);
  return (
    <div className={styles.source}>
      <p className="quiet">{texts.source.hint}</p>
      <Input.TextArea
        className={styles.sourceText ?? ''}
        lang="zh-CN"
        aria-label={texts.source.label}
        placeholder={texts.source.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onChange(event.currentTarget.value);
        }}
      />
      <Button
        type="primary"
        disabled={text.trim() === ''}
        title={text.trim() === '' ? texts.source.empty : ''}
        onClick={() => onMake(text)}
      >
        {isFresh ? texts.source.make : texts.source.append}
      </Button>
    </div>
  );
}
