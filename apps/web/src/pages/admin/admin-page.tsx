import { NavLink, useParams } from 'react-router';
import { useAdminTexts } from '../../i18n/use-admin-texts.ts';
import { RoleGate } from '../../session/role-gate.tsx';
import { useKeptSearch } from '../../state/page-state.ts';
import styles from './admin.module.css';
import { OrganisationsPart } from './organisations-part.tsx';
import { SettingsPart } from './settings-part.tsx';
import { UsersPart } from './users-part.tsx';

const parts = {
  users: '/admin',
  organisations: '/admin/organisations',
  settings: '/admin/settings',
};

function Parts() {
  const texts = useAdminTexts();
  const kept = useKeptSearch();
  return (
    <nav className={styles.parts} aria-label={texts.title}>
      {(['users', 'organisations', 'settings'] as const).map((part) => (
        <NavLink key={part} to={`${parts[part]}${kept}`} end>
          {texts.parts[part]}
        </NavLink>
      ))}
    </nav>
  );
}

function Part({ part }: { readonly part: string }) {
  if (part === 'organisations') return <OrganisationsPart />;
  return part === 'settings' ? <SettingsPart /> : <UsersPart />;
}

/** 系统管理: accounts, public bodies, and what the server was set to. */
export function AdminPage() {
  const texts = useAdminTexts();
  const { part = '' } = useParams();
  return (
    <RoleGate roles={['administrator']}>
      {() => (
        <>
          <h1>{texts.title}</h1>
          <p className="quiet">{texts.intro}</p>
          <Parts />
          <Part part={part} />
        </>
      )}
    </RoleGate>
  );
}
