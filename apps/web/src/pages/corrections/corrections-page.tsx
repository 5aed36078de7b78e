import { keptVersionsResponse, programmesResponse } from '@luodi/server/contract';
import type { KeptVersionsResponse, ProgrammeJson } from '@luodi/server/contract';
import { Choice } from '../../components/choice.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { useCorrectionTexts } from '../../i18n/use-correction-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import { dayOfInstant } from '../../components/instant.ts';
import { titleOf } from '../cases/title-of.ts';
import { ChangedDecisions } from './changed-decisions.tsx';
import { CorrectionsMade } from './corrections-made.tsx';
import { DecisionSample } from './decision-sample.tsx';

const shortVersion = 8;

function VersionChoice({
  versions,
  without,
}: {
  readonly versions: KeptVersionsResponse['versions'];
  /** The version that the decisions were made by. */
  readonly without: string;
}) {
  const texts = useCorrectionTexts();
  const [read, change] = usePageParameters();
  const others = versions.filter(({ version }) => version !== without);
  if (others.length === 0) return <span className="quiet">{texts.noVersions}</span>;
  return (
    <Choice
      label={texts.version}
      width={280}
      value={read('version')}
      options={others.map(({ version, since, current }) => ({
        value: version,
        label: texts.versionName(dayOfInstant(since), version.slice(0, shortVersion), current),
      }))}
      onChange={(version) => change({ version })}
    />
  );
}

function Look({ programme }: { readonly programme: ProgrammeJson }) {
  const texts = useCorrectionTexts();
  const [read] = usePageParameters();
  const basis = read('basis') === 'rules' ? 'rules' : 'facts';
  const version = basis === 'rules' ? read('version') : '';
  if (basis === 'rules' && version === '') return <p>{texts.chooseVersion}</p>;
  const question = { programme: programme.id, basis, version } as const;
  return (
    <>
      <p className="quiet">{texts.basisNotes[basis]}</p>
      <ChangedDecisions key={`${programme.id} ${basis} ${version}`} question={question} />
      <CorrectionsMade programme={programme.id} />
    </>
  );
}

function Programmes({ programmes }: { readonly programmes: readonly ProgrammeJson[] }) {
  const texts = useCorrectionTexts();
  const { language } = usePageState();
  const [read, change] = usePageParameters();
  const versions = useHeld('/api/content-versions', keptVersionsResponse).data?.versions ?? [];
  const chosen = programmes.find(({ id }) => id === read('programme'));
  const basis = read('basis') === 'rules' ? 'rules' : 'facts';
  if (programmes.length === 0) return <p>{texts.noProgrammes}</p>;
  return (
    <>
      <FilterBar count="">
        <Choice
          label={texts.programme}
          width={300}
          value={read('programme')}
          options={programmes.map((each) => ({ value: each.id, label: titleOf(each, language) }))}
          onChange={(programme) => change({ programme }, 'new')}
        />
        <Choice
          label={texts.basis}
          width={180}
          mayBeEmpty={false}
          value={basis}
          options={(['facts', 'rules'] as const).map((value) => ({
            value,
            label: texts.bases[value],
          }))}
          onChange={(value) => change({ basis: value, version: '' }, 'new')}
        />
        {basis === 'rules' && chosen !== undefined && (
          <VersionChoice versions={versions} without={chosen.contentVersion} />
        )}
      </FilterBar>
      {chosen === undefined ? <p>{texts.choose}</p> : <Look programme={chosen} />}
    </>
  );
}

/** 更正复核: past decisions that corrected facts or other rules would make otherwise, and what follows; for auditors a draw besides. */
export function CorrectionsPage() {
  const texts = useCorrectionTexts();
  const query = useHeld('/api/programmes', programmesResponse);
  return (
    <RoleGate roles={['officer', 'auditor']}>
      {({ office }) => (
        <>
          <h1>{texts.title}</h1>
          <p className="quiet">{texts.intro}</p>
          <ServerGate query={query}>
            {({ programmes }) => {
              const auditor = office.role === 'auditor';
              const seen = programmes.filter(
                ({ state, mine }) => state !== 'draft' && (auditor || mine),
              );
              return (
                <>
                  <Programmes programmes={seen} />
                  {auditor && <DecisionSample programmes={seen} />}
                </>
              );
            }}
          </ServerGate>
        </>
      )}
    </RoleGate>
  );
}
