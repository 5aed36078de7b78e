import { Button } from 'antd';
import { dishonestyResponse, listingOutcome } from '@luodi/server/contract';
import type { DishonestyResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { Link } from 'react-router';
import { StatusTag } from '../../components/status-tag.tsx';
import { useRecoveryTexts } from '../../i18n/use-recovery-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import type { SignedIn } from '../../session/use-session.ts';
import { useHeld } from '../../session/use-held.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { useKeptSearch } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { ReasonedAction } from '../recoveries/reasoned-action.tsx';
import { ListingForm } from './listing-form.tsx';
import { useTerm } from './use-term.ts';

type Listing = DishonestyResponse['listings'][number];

const tones = { future: 'active', listed: 'attention', ended: 'plain', lifted: 'plain' } as const;

function KeptListing({ listing }: { readonly listing: Listing }) {
  const { dishonesty: texts } = useRecoveryTexts();
  const kept = useKeptSearch();
  const term = useTerm();
  const [lifting, setLifting] = useState(false);
  const { enterpriseName, state } = listing;
  return (
    <li className={caseStyles.row} data-listing={listing.id}>
      <div>
        <h3 lang="zh-CN">{enterpriseName}</h3>
        <StatusTag tone={tones[state]}>{texts.states[state]}</StatusTag>
        <p className="figure">{term(listing)}</p>
        <p className="quiet">
          <span lang="zh-CN">
            {listing.reason}（{listing.clause}）
          </span>
          {listing.case !== null && (
            <>
              {' · '}
              <Link to={`/cases/${encodeURIComponent(listing.case)}${kept}`}>{texts.case}</Link>
            </>
          )}
        </p>
        {lifting && (
          <ReasonedAction
            title={texts.liftTitle(enterpriseName)}
            consequence={texts.liftConsequence}
            submit={texts.liftSubmit}
            path={`/api/dishonesty/${encodeURIComponent(listing.id)}/lift`}
            schema={listingOutcome}
            onClose={() => setLifting(false)}
          />
        )}
      </div>
      {listing.mine && !lifting && (
        <Button aria-label={`${texts.lift}: ${enterpriseName}`} onClick={() => setLifting(true)}>
          {texts.lift}
        </Button>
      )}
    </li>
  );
}

function Adding() {
  const { dishonesty: texts } = useRecoveryTexts();
  const [read, change] = usePageParameters();
  const enterprise = read('enterprise');
  const [adding, setAdding] = useState(enterprise !== '');
  const close = () => {
    setAdding(false);
    change({ enterprise: '', name: '', case: '' });
  };
  if (!adding)
    return (
      <div className={caseStyles.actions}>
        <Button danger onClick={() => setAdding(true)}>
          {texts.add}
        </Button>
      </div>
    );
  return (
    <ListingForm
      enterprise={
        enterprise === '' ? undefined : { id: enterprise, name: read('name') || enterprise }
      }
      subject={read('case')}
      onClose={close}
    />
  );
}

/** All entries that an office may see, with the way to add one and to lift one. */
export function KeptListings({ me }: { readonly me: SignedIn }) {
  const { dishonesty: texts } = useRecoveryTexts();
  const query = useHeld('/api/dishonesty/listings', dishonestyResponse);
  const { role } = me.office;
  return (
    <section className={caseStyles.section} aria-labelledby="kept-listings">
      <h2 id="kept-listings">{texts.keptTitle}</h2>
      {(role === 'officer' || role === 'finance') && <Adding />}
      <ServerGate query={query}>
        {({ listings }) =>
          listings.length === 0 ? (
            <p className="quiet">{texts.keptNone}</p>
          ) : (
            <ul className={caseStyles.list}>
              {listings.map((listing) => (
                <KeptListing key={listing.id} listing={listing} />
              ))}
            </ul>
          )
        }
      </ServerGate>
    </section>
  );
}
