import { FileAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useImportTexts } from '../../i18n/use-import-texts.ts';
import styles from './import.module.css';

const accepted = '.docx,.pdf,.html,.htm,.txt';

/** A place to drop a file on, with a button for those who choose it from a list. */
export function FileDrop({
  onFile,
  again,
}: {
  readonly onFile: (file: File) => void;
  readonly again: boolean;
}) {
  const texts = useImportTexts();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <div
      className={over ? `${styles.drop} ${styles.over}` : styles.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <span className={styles.hint}>{texts.drop}</span>
      <Button
        type={again ? 'default' : 'primary'}
        icon={<FileAddOutlined />}
        onClick={() => input.current?.click()}
      >
        {again ? texts.again : texts.choose}
      </Button>
      <span className="quiet">{texts.limits}</span>
      <input
        ref={input}
        hidden
        type="file"
        accept={accepted}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again after it was changed.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
