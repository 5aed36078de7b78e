import { Button } from 'antd';
import { publicityResponse } from '@luodi/server/contract';
import type { PublicityResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { BodyName } from '../../components/body-name.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { exactMoney, money } from '../../components/money.ts';
import { WorkbookButton } from '../../components/workbook-button.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { useLetterTexts } from '../../i18n/use-letter-texts.ts';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { useSignedIn } from '../../session/use-session.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from '../cases/cases.module.css';
import { DueDay } from '../cases/due-day.tsx';
import { ObjectionForm } from '../cases/objection-form.tsx';
import { titleOf } from '../cases/title-of.ts';
import { PublicObjectionForm } from './public-objection-form.tsx';

type Shown = PublicityResponse['cases'][number];

function PublicCase({ shown }: { readonly shown: Shown }) {
  const { publicity } = useCaseTexts();
  const { language } = usePageState();
  const me = useSignedIn();
  const [objecting, setObjecting] = useState(false);
  const { enterpriseName, district, fen, until } = shown;
  return (
    <li className={styles.row} data-case={shown.case}>
      <div>
        <h3 lang="zh-CN">{enterpriseName}</h3>
        <span className="quiet">
          <BodyName name={district} />
        </span>
        <p>
          {titleOf(shown, language)} ·{' '}
          <span className="quiet">
            {publicity.until} <DueDay day={until} />
          </span>
        </p>
        {objecting && me === undefined && (
          <PublicObjectionForm caseId={shown.case} onCancel={() => setObjecting(false)} />
        )}
        {objecting && me !== undefined && (
          <ObjectionForm caseId={shown.case} onDone={() => setObjecting(false)} />
        )}
        {!objecting && (
          <Button
            className="no-print"
            size="small"
            aria-label={`${publicity.object}: ${enterpriseName}`}
            onClick={() => setObjecting(true)}
          >
            {publicity.object}
          </Button>
        )}
      </div>
      {fen !== null && (
        <strong className="figure" title={exactMoney(BigInt(fen), language)}>
          {money(BigInt(fen), language)}
        </strong>
      )}
    </li>
  );
}

function PublicCases({ cases }: PublicityResponse) {
  const { publicity } = useCaseTexts();
  const letters = useLetterTexts();
  const { filter } = useLibraryTexts();
  const [read, change] = usePageParameters();
  const words = read('q').trim().toLowerCase();
  const shown = cases.filter(({ enterpriseName, title, titleEn }) =>
    [enterpriseName, title, titleEn].some((text) => text.toLowerCase().includes(words)),
  );
  if (cases.length === 0) return <p>{publicity.none}</p>;
  return (
    <>
      <FilterBar count={filter.shown(shown.length, cases.length)}>
        <FilterInput label={publicity.words} value={read('q')} onChange={(q) => change({ q })} />
        <WorkbookButton path="/api/publicity/xlsx" />
        <Button href="/api/publicity/docx" download>
          {letters.word}
        </Button>
      </FilterBar>
      <ul className={styles.list}>
        {shown.map((each) => (
          <PublicCase key={each.case} shown={each} />
        ))}
      </ul>
    </>
  );
}

/** 公示: who is to get what, for everybody to see and to object to. */
export function PublicityPage() {
  const { publicity } = useCaseTexts();
  const query = useHeld('/api/publicity', publicityResponse);
  return (
    <>
      <h1>{publicity.title}</h1>
      <p className="quiet">{publicity.intro}</p>
      <ServerGate query={query}>{({ cases }) => <PublicCases cases={cases} />}</ServerGate>
    </>
  );
}
