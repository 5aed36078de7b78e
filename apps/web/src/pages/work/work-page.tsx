import { Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { workResponse } from '@luodi/server/contract';
import type { WorkResponse } from '@luodi/server/contract';
import { Link } from 'react-router';
import { WorkbookButton } from '../../components/workbook-button.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { DueDay } from '../cases/due-day.tsx';
import { titleOf } from '../cases/title-of.ts';

type Waiting = WorkResponse['tasks'][number];

function useColumns(): TableColumnsType<Waiting> {
  const { list, work } = useCaseTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  return [
    {
      title: list.enterprise,
      render: (_, { case: each }) => (
        <>
          <Link to={`/cases/${encodeURIComponent(each.id)}${kept}`} lang="zh-CN">
            {each.enterpriseName}
          </Link>
          <br />
          <span className="quiet">{titleOf(each, language)}</span>
        </>
      ),
    },
    {
      title: work.task,
      width: 170,
      responsive: ['sm'],
      render: (_, { task }) => (language === 'zh' ? task.stepName : task.stepNameEn),
    },
    {
      title: list.district,
      width: 100,
      responsive: ['md'],
      render: (_, { case: { district } }) => <span lang="zh-CN">{district}</span>,
    },
    { title: list.due, width: 170, render: (_, { task }) => <DueDay day={task.dueOn} /> },
  ];
}

function Waiting({ tasks }: WorkResponse) {
  const { work } = useCaseTexts();
  const columns = useColumns();
  if (tasks.length === 0) return <p>{work.none}</p>;
  const late = tasks.filter((each) => each.case.late).length;
  return (
    <>
      <p>
        <strong>{work.count(tasks.length, late)}</strong> <WorkbookButton path="/api/work/xlsx" />
      </p>
      <Table
        rowKey={({ task }) => task.id}
        size="small"
        tableLayout="fixed"
        dataSource={tasks}
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
      <ServerGate query={query}>{({ tasks }) => <Waiting tasks={tasks} />}</ServerGate>
    </>
  );
}

/** 待办: what waits for the office of whoever is signed in, the soonest due first. */
export function WorkPage() {
  return <RoleGate roles={['officer', 'expert']}>{() => <Work />}</RoleGate>;
}
