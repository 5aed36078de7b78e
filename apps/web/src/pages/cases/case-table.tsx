import { Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { caseState, casesResponse, programmesResponse } from '@luodi/server/contract';
import type { CaseSummary } from '@luodi/server/contract';
import { Link } from 'react-router';
import { BodyName } from '../../components/body-name.tsx';
import { Choice } from '../../components/choice.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { WorkbookButton } from '../../components/workbook-button.tsx';
import { money } from '../../components/money.ts';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { CaseStateTag } from './case-state.tsx';
import { DueDay } from './due-day.tsx';
import { stepOf, titleOf } from './title-of.ts';

const pageSize = 50;

function useColumns(): TableColumnsType<CaseSummary> {
  const { list } = useCaseTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  return [
    {
      title: list.enterprise,
      render: (_, each) => (
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
      title: list.district,
      width: language === 'zh' ? 90 : 150,
      responsive: ['md'],
      render: (_, { district }) => <BodyName name={district} />,
    },
    {
      title: list.step,
      width: 190,
      render: (_, each) => (
        <>
          <CaseStateTag state={each.state} />
          <br />
          {each.closedAt === null && <span className="quiet">{stepOf(each, language)}</span>}
        </>
      ),
    },
    {
      title: list.due,
      width: 200,
      responsive: ['md'],
      render: (_, { dueOn, state }) => (state === 'open' ? <DueDay day={dueOn} /> : '—'),
    },
    {
      title: list.sum,
      width: 130,
      align: 'right',
      responsive: ['md'],
      render: (_, { approvedFen }) => (
        <span className="figure">
          {approvedFen === null ? '—' : money(BigInt(approvedFen), language)}
        </span>
      ),
    },
  ];
}

/** The cases of an office, by programme and state, fifty a page. */
export function CaseTable() {
  const texts = useCaseTexts();
  const { language } = usePageState();
  const [read, change] = usePageParameters();
  const [programme, state, page] = [read('programme'), read('state'), Number(read('page')) || 1];
  const asked = new URLSearchParams();
  if (programme !== '') asked.set('programme', programme);
  if (state !== '') asked.set('state', state);
  if (page > 1) asked.set('page', String(page));
  const query = useHeld(`/api/cases?${asked.toString()}`, casesResponse);
  const programmes = useHeld('/api/programmes', programmesResponse).data?.programmes ?? [];
  const columns = useColumns();
  return (
    <>
      <FilterBar count={query.data === undefined ? '' : texts.list.total(query.data.total)}>
        <Choice
          label={texts.list.programme}
          width={280}
          value={programme}
          options={programmes.map((each) => ({ value: each.id, label: titleOf(each, language) }))}
          onChange={(chosen) => change({ programme: chosen, page: '' })}
        />
        <Choice
          label={texts.list.state}
          width={150}
          value={state}
          options={caseState.options.map((value) => ({ value, label: texts.states[value] }))}
          onChange={(chosen) => change({ state: chosen, page: '' })}
        />
        <WorkbookButton path="/api/cases/xlsx" parameters={{ programme, state }} />
      </FilterBar>
      <ServerGate query={query}>
        {({ cases, total }) => (
          <Table
            rowKey="id"
            size="small"
            tableLayout="fixed"
            dataSource={cases}
            columns={columns}
            locale={{ emptyText: texts.list.none }}
            pagination={{
              pageSize,
              current: page,
              total,
              showSizeChanger: false,
              hideOnSinglePage: true,
              onChange: (next) => change({ page: next === 1 ? '' : String(next) }, 'new'),
            }}
          />
        )}
      </ServerGate>
    </>
  );
}
