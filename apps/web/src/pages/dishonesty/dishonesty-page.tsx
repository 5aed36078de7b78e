import { publicDishonestyResponse } from '@luodi/server/contract';
import type { PublicDishonestyResponse } from '@luodi/server/contract';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useRecoveryTexts } from '../../i18n/use-recovery-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { useSignedIn } from '../../session/use-session.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import caseStyles from '../cases/cases.module.css';
import { KeptListings } from './kept-listings.tsx';
import { useTerm } from './use-term.ts';

function PublicList({ listings }: PublicDishonestyResponse) {
  const { dishonesty: texts } = useRecoveryTexts();
  const { filter } = useLibraryTexts();
  const term = useTerm();
  const [read, change] = usePageParameters();
  const words = read('q').trim();
  const shown = listings.filter(({ enterpriseName, reason, clause }) =>
    [enterpriseName, reason, clause].some((text) => text.includes(words)),
  );
  if (listings.length === 0) return <p>{texts.none}</p>;
  return (
    <>
      <FilterBar count={filter.shown(shown.length, listings.length)}>
        <FilterInput label={texts.words} value={read('q')} onChange={(q) => change({ q })} />
      </FilterBar>
      <ul className={caseStyles.list}>
        {shown.map((listing, index) => (
          // One enterprise may be listed for several reasons.
          <li key={index} className={caseStyles.row} data-public={listing.enterpriseName}>
            <div>
              <h3 lang="zh-CN">{listing.enterpriseName}</h3>
              <p lang="zh-CN">
                {listing.reason}（{listing.clause}）
              </p>
            </div>
            <span className="figure">{term(listing)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** 失信名录: who is on it, for everybody; all entries for those who keep it. */
export function DishonestyPage() {
  const { dishonesty: texts } = useRecoveryTexts();
  const me = useSignedIn();
  const query = useHeld('/api/dishonesty', publicDishonestyResponse);
  const sees =
    me !== undefined && ['enterprise', 'officer', 'finance', 'auditor'].includes(me.office.role);
  return (
    <>
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.intro}</p>
      <section aria-labelledby="public-list">
        <h2 id="public-list">{texts.publicTitle}</h2>
        <ServerGate query={query}>
          {({ listings }) => <PublicList listings={listings} />}
        </ServerGate>
      </section>
      {sees && <KeptListings me={me} />}
    </>
  );
}
