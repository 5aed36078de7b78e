import { Button } from 'antd';
import type { CaseDetail } from '@luodi/server/contract';
import { useCallback, useState } from 'react';
import { useLocation } from 'react-router';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import styles from './cases.module.css';
import { sayInstant } from '../../components/instant.ts';
import { ObjectionForm } from './objection-form.tsx';
import { objectionsAnchor } from './objections-anchor.ts';
import { SettlementForm } from './settlement-form.tsx';

type Objection = CaseDetail['objections'][number];

function OneObjection({
  detail,
  objection,
}: {
  readonly detail: CaseDetail;
  readonly objection: Objection;
}) {
  const { objections: texts } = useCaseTexts();
  const { id, byName, contact, words, at, upheld, answer } = objection;
  return (
    <li style={{ marginTop: 8 }}>
      <strong lang="zh-CN">{byName}</strong> <span className="figure quiet">{sayInstant(at)}</span>{' '}
      <StatusTag tone={upheld === null ? 'attention' : 'plain'}>
        {upheld === null ? texts.open : upheld ? texts.upheld : texts.dismissed}
      </StatusTag>
      {contact !== null && (
        <div className="quiet">
          {texts.contact}: <span lang="zh-CN">{contact}</span>
        </div>
      )}
      <div lang="zh-CN">{words}</div>
      {answer !== null && (
        <div className="quiet">
          {texts.answer}: <span lang="zh-CN">{answer}</span>
        </div>
      )}
      {upheld === null && detail.may.includes('settle') && (
        <SettlementForm detail={detail} objection={id} />
      )}
    </li>
  );
}

/** Who came by a link to the objections stands before them, though the case was loaded later. */
function useArrival(): (section: HTMLElement | null) => void {
  const { hash } = useLocation();
  return useCallback(
    (section) => {
      if (section !== null && hash === `#${objectionsAnchor}`) section.scrollIntoView();
    },
    [hash],
  );
}

/** Objections to a case with their answers, and the way to raise or to answer one. */
export function Objections({ detail }: { readonly detail: CaseDetail }) {
  const { objections: texts } = useCaseTexts();
  const [raising, setRaising] = useState(false);
  const arrive = useArrival();
  const mayObject = detail.may.includes('object');
  if (detail.objections.length === 0 && !mayObject) return null;
  return (
    <section
      ref={arrive}
      className={styles.panel}
      style={{ scrollMarginTop: 128 }}
      aria-labelledby={objectionsAnchor}
    >
      <h2 id={objectionsAnchor}>{texts.title}</h2>
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {detail.objections.map((objection) => (
          <OneObjection key={objection.id} detail={detail} objection={objection} />
        ))}
      </ul>
      {mayObject &&
        (raising ? (
          <ObjectionForm caseId={detail.id} onDone={() => setRaising(false)} />
        ) : (
          <Button onClick={() => setRaising(true)}>{texts.raise}</Button>
        ))}
    </section>
  );
}
