import { Button } from 'antd';
import { lettersResponse } from '@luodi/server/contract';
import { Link } from 'react-router';
import { useLetterTexts } from '../../i18n/use-letter-texts.ts';
import { useHeld } from '../../session/use-held.ts';
import { useKeptSearch } from '../../state/page-state.ts';
import { caseAddress } from '../cases/case-address.ts';
import styles from '../cases/cases.module.css';
import { letterFile, letterPath } from './letter-address.ts';
import own from './letters.module.css';

/** The letters that a case has now; nothing as long as it has none. */
export function LetterList({ id }: { readonly id: string }) {
  const texts = useLetterTexts();
  const kept = useKeptSearch();
  const { data } = useHeld(caseAddress(id, 'letters'), lettersResponse);
  if (data === undefined || data.letters.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="letters">
      <h2 id="letters">{texts.title}</h2>
      <p className="quiet">{texts.intro}</p>
      <ul className={own.list}>
        {data.letters.map(({ kind }) => (
          <li key={kind} data-letter={kind}>
            <div>
              <Link to={`${letterPath(id, kind)}${kept}`}>{texts.kinds[kind]}</Link>{' '}
              <span className="quiet">{texts.about[kind]}</span>
            </div>
            <Button
              size="small"
              href={letterFile(id, kind)}
              download
              aria-label={texts.wordOf(texts.kinds[kind])}
            >
              {texts.word}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
