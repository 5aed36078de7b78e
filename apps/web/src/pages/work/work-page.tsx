import { Grid, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { workResponse } from '@luodi/server/contract';
import { Link } from 'react-router';
import { BodyName } from '../../components/body-name.tsx';
import { WorkbookButton } from '../../components/workbook-button.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { DueDay } from '../cases/due-day.tsx';
import { objectionsAnchor } from '../cases/objections-anchor.ts';
import { titleOf } from '../cases/title-of.ts';
import { dueOf, isLate, keyOf, waitingWork } from './waiting-work.ts';
import type { Waiting } from './waiting-work.ts';

/** What is to be done: a task by its step, an objection by its words and one click to the answer. */
function ToDo({ waiting }: { readonly waiting: Waiting }) {
  const { work } = useCaseTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  if (waiting.kind === 'task') {
    const { stepName, stepNameEn } = waiting.task;
    return <div>{language === 'zh' ? stepName : stepNameEn}</div>;
  }
  const { case: each, words } = waiting;
  return (
    <div>
      <Link
        to={`/cases/${encodeURIComponent(each.id)}${kept}#${objectionsAnchor}`}
        aria-label={`${work.answer}: ${each.enterpriseName}`}
        data-objection={waiting.id}
      >
        {work.answer}
      </Link>
      <div className="quiet" lang="zh-CN">
        {words}
      </div>
    </div>
  );
}

function useColumns(): TableColumnsType<Waiting> {
  const { sm = false } = Grid.useBreakpoint();
  const { list, work } = useCaseTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  return [
    {
      title: list.enterprise,
      render: (_, waiting) => (
        <>
          <Link to={`/cases/${encodeURIComponent(waiting.case.id)}${kept}`} lang="zh-CN">
            {waiting.case.enterpriseName}
          </Link>
          <br />
          <span className="quiet">{titleOf(waiting.case, language)}</span>
          {!sm && <ToDo waiting={waiting} />}
        </>
      ),
    },
    {
      title: work.task,
      width: 250,
      responsive: ['sm'],
      render: (_, waiting) => <ToDo waiting={waiting} />,
    },
    {
      title: list.district,
      width: 150,
      responsive: ['md'],
      render: (_, { case: { district } }) => <BodyName name={district} />,
    },
    { title: list.due, width: 130, render: (_, waiting) => <DueDay day={dueOf(waiting)} /> },
  ];
}

function WaitingTable({ work: waiting }: { readonly work: readonly Waiting[] }) {
  const { work } = useCaseTexts();
  const columns = useColumns();
  if (waiting.length === 0) return <p>{work.none}</p>;
  const late = waiting.filter(isLate).length;
  return (
    <>
      <p>
        <strong>{work.count(waiting.length, late)}</strong> <WorkbookButton path="/api/work/xlsx" />
      </p>
      <Table
        rowKey={keyOf}
        size="small"
        tableLayout="fixed"
        dataSource={waiting}
        columns={columns}
        pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
      />
    </>
  );
}

function Work() {
  const { work } = useCaseTexts();
  const query = useHeld('/api/work', workResponse);
  return (
    <>
      <h1>{work.title}</h1>
      <p className="quiet">{work.intro}</p>
      <ServerGate query={query}>{(found) => <WaitingTable work={waitingWork(found)} />}</ServerGate>
    </>
  );
}

/** 待办: what waits for the office of whoever is signed in, the soonest due first. */
export function WorkPage() {
  return <RoleGate roles={['officer', 'expert']}>{() => <Work />}</RoleGate>;
}
