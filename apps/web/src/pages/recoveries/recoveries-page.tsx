import { recoveriesResponse, recoveryState } from '@luodi/server/contract';
import { Choice } from '../../components/choice.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { money } from '../../components/money.ts';
import { useRecoveryTexts } from '../../i18n/use-recovery-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import { RecoveryItem } from './recovery-item.tsx';

function List({ own }: { readonly own: boolean }) {
  const { recoveries: texts } = useRecoveryTexts();
  const { language } = usePageState();
  const [read, change] = usePageParameters();
  const state = read('state');
  const query = useHeld(
    `/api/recoveries${state === '' ? '' : `?state=${encodeURIComponent(state)}`}`,
    recoveriesResponse,
  );
  return (
    <>
      <h1>{texts.title}</h1>
      <p className="quiet">{own ? texts.ownIntro : texts.intro}</p>
      <FilterBar
        count={
          query.data === undefined
            ? ''
            : texts.count(query.data.recoveries.length, money(BigInt(query.data.openFen), language))
        }
      >
        <Choice
          label={texts.state}
          value={state}
          options={recoveryState.options.map((value) => ({ value, label: texts.states[value] }))}
          onChange={(chosen) => change({ state: chosen })}
        />
      </FilterBar>
      <ServerGate query={query}>
        {({ recoveries }) =>
          recoveries.length === 0 ? (
            <p>{own ? texts.ownNone : texts.none}</p>
          ) : (
            recoveries.map((recovery) => <RecoveryItem key={recovery.id} recovery={recovery} />)
          )
        }
      </ServerGate>
    </>
  );
}

/** 追回: what has to come back, for those who ask for it and those of whom it is asked. */
export function RecoveriesPage() {
  return (
    <RoleGate roles={['enterprise', 'officer', 'finance', 'auditor']}>
      {({ office }) => <List own={office.role === 'enterprise'} />}
    </RoleGate>
  );
}
