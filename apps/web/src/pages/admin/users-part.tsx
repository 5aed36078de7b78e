import { Button, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { usersResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { BodyName } from '../../components/body-name.tsx';
import { Choice } from '../../components/choice.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useAdminTexts } from '../../i18n/use-admin-texts.ts';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useSessionTexts } from '../../i18n/use-session-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { nameIn } from '../../session/office-name.ts';
import { useHeld } from '../../session/use-held.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import { sayInstant } from '../../components/instant.ts';
import { NewUser } from './new-user.tsx';
import { UserPanel } from './user-panel.tsx';
import type { User } from './user-panel.tsx';

const states = ['active', 'disabled', 'locked'] as const;

function stateOf({ disabled, lockedUntil }: User): (typeof states)[number] {
  if (disabled) return 'disabled';
  return lockedUntil === null ? 'active' : 'locked';
}

function StateTags({ user }: { readonly user: User }) {
  const { users: texts } = useAdminTexts();
  const { disabled, lockedUntil, demo, external } = user;
  return (
    <>
      {disabled ? (
        <StatusTag tone="attention">{texts.states.disabled}</StatusTag>
      ) : (
        <StatusTag tone="good">{texts.states.active}</StatusTag>
      )}{' '}
      {demo && <StatusTag>{texts.states.demo}</StatusTag>}{' '}
      {external && <StatusTag>{texts.states.external}</StatusTag>}
      {lockedUntil !== null && (
        <div className="quiet">{texts.states.locked(sayInstant(lockedUntil))}</div>
      )}
    </>
  );
}

function useColumns(): TableColumnsType<User> {
  const { users: texts } = useAdminTexts();
  const { roles } = useSessionTexts();
  const { language } = usePageState();
  return [
    {
      title: texts.columns.who,
      render: (_, user) => (
        <>
          <span lang="zh-CN">{user.login}</span>
          {nameIn(user, language) !== user.login && (
            <div className="quiet">{nameIn(user, language)}</div>
          )}
          <div className="only-phone">
            <StateTags user={user} />
          </div>
        </>
      ),
    },
    {
      title: texts.columns.offices,
      responsive: ['md'],
      render: (_, { offices }) => (
        <>
          {offices.length === 0
            ? texts.noOffice
            : offices.map(({ organisationName, role }) => (
                <div key={`${organisationName} ${role}`}>
                  <BodyName name={organisationName} /> · {roles[role]}
                </div>
              ))}
        </>
      ),
    },
    {
      title: texts.columns.state,
      width: 190,
      responsive: ['md'],
      render: (_, user) => <StateTags user={user} />,
    },
  ];
}

function fits({ login, name, nameEn, offices }: User, words: string): boolean {
  const needle = words.toLowerCase();
  return [login, name, nameEn, ...offices.map(({ organisationName }) => organisationName)].some(
    (text) => text.toLowerCase().includes(needle),
  );
}

function Users({ all }: { readonly all: readonly User[] }) {
  const { users: texts } = useAdminTexts();
  const { filter } = useLibraryTexts();
  const [read, change] = usePageParameters();
  const [open, setOpen] = useState<readonly React.Key[]>([]);
  const columns = useColumns();
  const [words, state] = [read('q').trim(), read('state')];
  const shown = all.filter(
    (user) => fits(user, words) && (state === '' || stateOf(user) === state),
  );
  const names = {
    active: texts.states.active,
    disabled: texts.states.disabled,
    locked: texts.filterLocked,
  };
  return (
    <>
      <FilterBar count={filter.shown(shown.length, all.length)}>
        <FilterInput label={filter.words} value={read('q')} onChange={(q) => change({ q })} />
        <Choice
          label={texts.filterState}
          value={state}
          options={states.map((value) => ({ value, label: names[value] }))}
          onChange={(chosen) => change({ state: chosen })}
        />
      </FilterBar>
      <Table
        rowKey="id"
        size="small"
        tableLayout="fixed"
        dataSource={shown}
        columns={columns}
        locale={{ emptyText: texts.none }}
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        expandable={{
          expandedRowKeys: open,
          onExpandedRowsChange: (keys) => setOpen(keys),
          expandedRowRender: (user) => <UserPanel user={user} />,
          columnWidth: 76,
          expandIcon: ({ expanded, onExpand, record }) => (
            <Button
              size="small"
              aria-label={texts.manage(record.login)}
              aria-expanded={expanded}
              onClick={(event) => onExpand(record, event)}
            >
              {texts.open}
            </Button>
          ),
        }}
      />
    </>
  );
}

/** Accounts: found, added, changed. */
export function UsersPart() {
  const { parts } = useAdminTexts();
  const query = useHeld('/api/admin/users', usersResponse);
  return (
    <section aria-labelledby="users">
      <h2 id="users">{parts.users}</h2>
      <NewUser />
      <ServerGate query={query}>{({ users }) => <Users all={users} />}</ServerGate>
    </section>
  );
}
