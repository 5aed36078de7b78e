import { demoIdentitiesResponse, roles } from '@luodi/server/contract';
import type { DemoIdentitiesResponse } from '@luodi/server/contract';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useSessionTexts } from '../../i18n/use-session-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useServer } from '../../server/use-server.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { nameIn, organisationIn } from '../../session/office-name.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './sign-in.module.css';
import { useSignIn } from './use-sign-in.ts';

type Identity = DemoIdentitiesResponse['identities'][number];

function fits({ name, nameEn, organisationName, organisationNameEn }: Identity, words: string) {
  const needle = words.toLowerCase();
  return [name, nameEn, organisationName, organisationNameEn].some((text) =>
    text.toLowerCase().includes(needle),
  );
}

function Identities({ all }: { readonly all: readonly Identity[] }) {
  const texts = useSessionTexts();
  const { filter } = useLibraryTexts();
  const { language } = usePageState();
  const [read, change] = usePageParameters();
  const { signIn, isRunning, fault } = useSignIn();
  const shown = all.filter((identity) => fits(identity, read('q').trim()));
  return (
    <>
      <FilterBar count={filter.shown(shown.length, all.length)}>
        <FilterInput label={texts.page.words} value={read('q')} onChange={(q) => change({ q })} />
      </FilterBar>
      <FaultNotice fault={fault} />
      {shown.length === 0 && <p className="quiet">{texts.page.nothing}</p>}
      {roles.map((role) => {
        const people = shown.filter((identity) => identity.role === role);
        return people.length === 0 ? null : (
          <section key={role} className={styles.group} aria-labelledby={`role-${role}`}>
            <h2 id={`role-${role}`}>{texts.roles[role]}</h2>
            <ul className={styles.people}>
              {people.map((person) => (
                <li key={person.login}>
                  <button
                    type="button"
                    className={styles.person}
                    disabled={isRunning}
                    aria-label={texts.page.enter(
                      `${organisationIn(person, language)} ${nameIn(person, language)}`,
                    )}
                    onClick={() => void signIn({ demo: person.login })}
                  >
                    <strong>{organisationIn(person, language)}</strong>{' '}
                    <span className="quiet">{nameIn(person, language)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** Synthetic people to sign in as, by role, one click each. */
export function DemoIdentities() {
  const query = useServer('/api/demo-identities', demoIdentitiesResponse);
  return (
    <ServerGate query={query}>{({ identities }) => <Identities all={identities} />}</ServerGate>
  );
}
