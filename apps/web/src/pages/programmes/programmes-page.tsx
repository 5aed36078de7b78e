import { Button } from 'antd';
import { programmesResponse } from '@luodi/server/contract';
import type { ProgrammeJson } from '@luodi/server/contract';
import { Link } from 'react-router';
import { StatusTag } from '../../components/status-tag.tsx';
import { FilteredTable, countColumn } from '../../components/filtered-table.tsx';
import { useProgrammeTexts } from '../../i18n/use-programme-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { titleOf } from '../cases/title-of.ts';
import styles from './programmes.module.css';

function casesOf({ cases }: ProgrammeJson): number {
  return Object.values(cases).reduce((sum, count) => sum + count, 0);
}

function fits({ title, titleEn, measureLabel, measureLabelEn }: ProgrammeJson, words: string) {
  const needle = words.toLowerCase();
  return [title, titleEn, measureLabel, measureLabelEn].some((text) =>
    text.toLowerCase().includes(needle),
  );
}

function Programmes({ all }: { readonly all: readonly ProgrammeJson[] }) {
  const texts = useProgrammeTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const zh = language === 'zh';
  return (
    <FilteredTable<ProgrammeJson>
      rowKey="id"
      all={all}
      fits={fits}
      pageSize={50}
      columns={[
        {
          title: texts.columns.title,
          render: (_, each) => (
            <>
              <Link to={`/programmes/${each.id}${kept}`}>{titleOf(each, language)}</Link>
              <br />
              <span className="quiet">
                {zh ? each.measureLabel : each.measureLabelEn} · {texts.manners[each.manner]}
              </span>
            </>
          ),
        },
        {
          title: texts.columns.owner,
          width: 160,
          responsive: ['md'],
          render: (_, { ownerName, ownerNameEn }) => (zh ? ownerName : ownerNameEn),
        },
        {
          title: texts.columns.window,
          width: 200,
          responsive: ['md'],
          render: (_, { windowFrom, windowUntil }) => (
            <span className="figure">
              {windowFrom} — {windowUntil}
            </span>
          ),
        },
        {
          title: texts.columns.state,
          width: 110,
          render: (_, { state, open }) =>
            open ? (
              <StatusTag tone="good">{texts.open}</StatusTag>
            ) : (
              <StatusTag>{texts.states[state]}</StatusTag>
            ),
        },
        countColumn<ProgrammeJson>(texts.columns.cases, casesOf, { width: 90, from: 'md' }),
      ]}
    />
  );
}

function List({ mayMake }: { readonly mayMake: boolean }) {
  const texts = useProgrammeTexts();
  const kept = useKeptSearch();
  const query = useHeld('/api/programmes', programmesResponse);
  return (
    <>
      <div className={styles.head}>
        <h1>{texts.title}</h1>
        {mayMake && (
          <Link to={`/programmes/new${kept}`}>
            <Button type="primary" tabIndex={-1}>
              {texts.new}
            </Button>
          </Link>
        )}
      </div>
      <p className="quiet">{texts.intro}</p>
      <ServerGate query={query}>
        {({ programmes }) =>
          programmes.length === 0 ? <p>{texts.none}</p> : <Programmes all={programmes} />
        }
      </ServerGate>
    </>
  );
}

/** 项目: the rounds of measures. */
export function ProgrammesPage() {
  return (
    <RoleGate roles={['officer', 'finance', 'auditor']}>
      {({ office }) => <List mayMake={office.role === 'officer'} />}
    </RoleGate>
  );
}
