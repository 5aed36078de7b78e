import { Button } from 'antd';
import { lettersResponse } from '@luodi/server/contract';
import { Link, useParams } from 'react-router';
import { useLetterTexts } from '../../i18n/use-letter-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { useKeptSearch } from '../../state/page-state.ts';
import { caseAddress } from '../cases/case-address.ts';
import { letterFile } from './letter-address.ts';
import { LetterSheet } from './letter-sheet.tsx';
import styles from './letters.module.css';

function OneLetter() {
  const { id = '', kind = '' } = useParams();
  const texts = useLetterTexts();
  const kept = useKeptSearch();
  const query = useHeld(caseAddress(id, 'letters'), lettersResponse);
  const back = <Link to={`/cases/${encodeURIComponent(id)}${kept}`}>{texts.back}</Link>;
  return (
    <ServerGate query={query} elsewhere={back}>
      {({ letters }) => {
        const letter = letters.find((each) => each.kind === kind);
        if (letter === undefined)
          return (
            <>
              <nav aria-label={texts.back}>{back}</nav>
              <h1>{texts.title}</h1>
              <p>{texts.missing}</p>
            </>
          );
        return (
          <>
            <div className={`${styles.bar} no-print`}>
              <nav aria-label={texts.back}>{back}</nav>
              <span className="quiet">
                {texts.kinds[letter.kind]}: {texts.about[letter.kind]}
              </span>
              <Button type="primary" onClick={() => window.print()}>
                {texts.print}
              </Button>
              <Button href={letterFile(id, letter.kind)} download>
                {texts.word}
              </Button>
            </div>
            <LetterSheet letter={letter} />
          </>
        );
      }}
    </ServerGate>
  );
}

/** A letter of a case, to read and to print. */
export function LetterPage() {
  return (
    <RoleGate roles={['enterprise', 'officer', 'finance', 'auditor']}>
      {() => <OneLetter />}
    </RoleGate>
  );
}
