import { casesResponse } from '@luodi/server/contract';
import { WorkbookButton } from '../../components/workbook-button.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { CaseTable } from './case-table.tsx';
import { OpenProgrammes } from './open-programmes.tsx';
import { OwnCases } from './own-cases.tsx';
import { OwnMoney } from './own-money.tsx';

function Mine() {
  const { mine } = useCaseTexts();
  const query = useHeld('/api/cases', casesResponse);
  return (
    <>
      <h1>{mine.title}</h1>
      <p className="quiet">{mine.intro}</p>
      <ServerGate query={query}>
        {({ cases }) => (
          <>
            <OpenProgrammes cases={cases} />
            <OwnCases cases={cases} />
            {cases.length > 0 && (
              <p>
                <WorkbookButton path="/api/cases/xlsx" />
              </p>
            )}
            <OwnMoney />
          </>
        )}
      </ServerGate>
    </>
  );
}

function Handled() {
  const { list } = useCaseTexts();
  return (
    <>
      <h1>{list.title}</h1>
      <p className="quiet">{list.intro}</p>
      <CaseTable />
    </>
  );
}

/** 我的兑现 for an enterprise; the cases of an office for those who handle or audit them. */
export function CasesPage() {
  return (
    <RoleGate roles={['enterprise', 'officer', 'finance', 'auditor']}>
      {({ office }) => (office.role === 'enterprise' ? <Mine /> : <Handled />)}
    </RoleGate>
  );
}
