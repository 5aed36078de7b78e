import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { DecisionFinding } from '../cases/decision-finding.tsx';
import { useDecisionCheck } from '../cases/use-decision-check.ts';
import styles from './decision-check.module.css';

/** 决定核对: a decision file is dropped here and reached again; what was found stands below. */
export function DecisionCheckPage() {
  const { verifyPage: texts, decision } = useCaseTexts();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const { check, checkText, isRunning } = useDecisionCheck();
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setName(file.name);
    await checkText(await file.text());
  };
  return (
    <>
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.intro}</p>
      <div
        className={styles.drop}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take(event.dataTransfer.files[0]);
        }}
      >
        <Button type="primary" loading={isRunning} onClick={() => input.current?.click()}>
          {isRunning ? decision.verifying : texts.choose}
        </Button>
        <span className="quiet">{texts.drop}</span>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={texts.choose}
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      </div>
      {check !== undefined && <p>{texts.checked(name)}</p>}
      <DecisionFinding check={check} />
    </>
  );
}
