import { FileExcelOutlined } from '@ant-design/icons';
import { Button, Pagination, Segmented } from 'antd';
import { Link, useParams } from 'react-router';
import { departmentResponse } from '@luodi/server/contract';
import type { DepartmentResponse } from '@luodi/server/contract';
import { Choice } from '../../components/choice.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useServer } from '../../server/use-server.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { ByDocument, useInForceFirst } from './by-document.tsx';
import {
  IndicatorItems,
  InspectionItems,
  MeasureItems,
  ProcedureItems,
  TaskItems,
} from './department-parts.tsx';
import { documentsIn, narrowed } from './narrowed.ts';
import styles from './department.module.css';

const parts = ['measures', 'tasks', 'indicators', 'procedures', 'inspections'] as const;
type Part = (typeof parts)[number];

const pageSize = 50;

interface Placed {
  readonly place: { readonly document: string };
}

function Items({
  part,
  department,
  from,
}: {
  readonly part: Part;
  readonly department: DepartmentResponse;
  readonly from: number;
}) {
  const { documents, sorted } = useInForceFirst();
  const placed = ({ place }: Placed) => place.document;
  const page = <T,>(items: readonly T[], documentOf: (item: T) => string) => ({
    items: sorted(items, documentOf).slice(from, from + pageSize),
    documents,
    documentOf,
  });
  switch (part) {
    case 'measures':
      return (
        <ByDocument {...page(department.measures, ({ document }) => document)}>
          {(measures) => <MeasureItems measures={[...measures]} />}
        </ByDocument>
      );
    case 'tasks':
      return (
        <ByDocument {...page(department.tasks, placed)}>
          {(tasks) => <TaskItems tasks={[...tasks]} />}
        </ByDocument>
      );
    case 'indicators':
      return (
        <ByDocument {...page(department.indicators, placed)}>
          {(indicators) => <IndicatorItems indicators={[...indicators]} />}
        </ByDocument>
      );
    case 'procedures':
      return (
        <ByDocument {...page(department.procedures, placed)}>
          {(procedures) => <ProcedureItems procedures={[...procedures]} />}
        </ByDocument>
      );
    case 'inspections':
      return (
        <ByDocument {...page(department.inspections, placed)}>
          {(inspections) => <InspectionItems inspections={[...inspections]} />}
        </ByDocument>
      );
  }
}

function DepartmentView({ department }: { department: DepartmentResponse }) {
  const texts = useLibraryTexts();
  const { language } = usePageState();
  const [read, change] = usePageParameters();
  const shown = narrowed(department, {
    words: read('q'),
    document: read('document'),
    role: read('role'),
  });
  const fullest = parts.find((each) => department[each].length > 0) ?? 'measures';
  const part = parts.find((each) => each === read('part')) ?? fullest;
  const page = Math.max(1, Number(read('page')) || 1);
  const count = shown[part].length;
  const workbook = `/api/departments/${encodeURIComponent(department.name)}/xlsx?lang=${language}`;
  const anew = { page: '' };
  return (
    <>
      <div className={styles.head}>
        <h1 lang="zh-CN">{department.name}</h1>
        <Button
          className="no-print"
          icon={<FileExcelOutlined />}
          href={workbook}
          download={`luodi-${department.name}.xlsx`}
        >
          {texts.departments.export}
        </Button>
      </div>
      {department.nameEn !== null && (
        <p className="quiet">
          <span lang="zh-CN">{department.fullName}</span> · {department.nameEn}
          {department.history !== null && (
            <>
              <br />
              <span lang="zh-CN">{department.history}</span>
            </>
          )}
        </p>
      )}
      <FilterBar count={texts.filter.shown(count, department[part].length)}>
        <Segmented
          className={styles.parts ?? ''}
          value={part}
          options={parts.map((value) => ({
            value,
            label: `${texts.departments.parts[value]} ${shown[value].length}`,
          }))}
          onChange={(chosen) => change({ part: chosen, ...anew })}
        />
        <FilterInput
          label={texts.departments.words}
          value={read('q')}
          onChange={(q) => change({ q, ...anew })}
        />
        <Choice
          label={texts.departments.document}
          width={240}
          value={read('document')}
          options={documentsIn(department).map(({ id, title, titleEn }) => ({
            value: id,
            label: language === 'zh' ? title : titleEn,
          }))}
          onChange={(document) => change({ document, ...anew })}
        />
        <Choice
          label={texts.departments.role}
          width={110}
          value={read('role')}
          options={(['leads', 'responsible', 'assists'] as const).map((value) => ({
            value,
            label: texts.departments.roles[value],
          }))}
          onChange={(role) => change({ role, ...anew })}
        />
      </FilterBar>
      {count === 0 ? (
        <p className="quiet">
          {department[part].length === 0 ? texts.departments.none : texts.loading.nothing}
        </p>
      ) : (
        <Items part={part} department={shown} from={(page - 1) * pageSize} />
      )}
      <Pagination
        style={{ marginTop: 12 }}
        hideOnSinglePage
        showSizeChanger={false}
        pageSize={pageSize}
        current={page}
        total={count}
        onChange={(next) => change({ page: next === 1 ? '' : String(next) }, 'new')}
      />
    </>
  );
}

/** One department: what it pays, is told to do, must attain, where it acts, and what it inspects. */
export function DepartmentPage() {
  const { name = '' } = useParams();
  const texts = useLibraryTexts().departments;
  const kept = useKeptSearch();
  const query = useServer(`/api/departments/${encodeURIComponent(name)}`, departmentResponse);
  const list = <Link to={`/departments${kept}`}>{texts.title}</Link>;
  return (
    <>
      <nav aria-label={texts.title}>{list}</nav>
      <ServerGate query={query} elsewhere={list}>
        {(department) => <DepartmentView department={department} />}
      </ServerGate>
    </>
  );
}
