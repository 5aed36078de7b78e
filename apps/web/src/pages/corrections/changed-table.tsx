import { Button, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import type { ChangedDecisionJson } from '@luodi/server/contract';
import { Link } from 'react-router';
import { BodyName } from '../../components/body-name.tsx';
import { exactMoney, money } from '../../components/money.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCorrectionTexts } from '../../i18n/use-correction-texts.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { ChangedDetail } from './changed-detail.tsx';
import styles from './corrections.module.css';
import { RoomField } from './room-field.tsx';
import { actedAs } from './sums.ts';

function Difference({ changed }: { readonly changed: ChangedDecisionJson }) {
  const texts = useCorrectionTexts();
  const { language } = usePageState();
  const { change, differenceFen } = changed;
  if (change === 'room' || change === 'lower_ceiling') return <>{texts.bounded}</>;
  if (change === 'undecided') return <>{texts.undecided}</>;
  const fen = BigInt(differenceFen ?? '0');
  const size = fen < 0n ? -fen : fen;
  return (
    <span title={exactMoney(size, language)}>
      <span className="quiet">{fen < 0n ? texts.more : texts.less}</span>{' '}
      <strong className="figure" style={{ whiteSpace: 'nowrap' }}>
        {money(size, language)}
      </strong>
    </span>
  );
}

function useColumns(): TableColumnsType<ChangedDecisionJson> {
  const texts = useCorrectionTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  return [
    {
      title: texts.columns.enterprise,
      render: (_, each) => (
        <>
          <Link to={`/cases/${encodeURIComponent(each.case)}${kept}`} lang="zh-CN">
            {each.enterpriseName}
          </Link>
          <br />
          <span className="quiet">
            <BodyName name={each.district} />
          </span>
        </>
      ),
    },
    {
      title: texts.columns.granted,
      width: 170,
      align: 'right',
      responsive: ['md'],
      render: (_, { grantedFen, standing }) => (
        <>
          <span className="figure">{money(BigInt(grantedFen), language)}</span>
          <br />
          <span className="quiet">{texts.standings[standing]}</span>
        </>
      ),
    },
    {
      title: texts.columns.difference,
      width: 160,
      align: 'right',
      render: (_, each) => <Difference changed={each} />,
    },
    {
      title: texts.columns.follows,
      width: 150,
      responsive: ['sm'],
      render: (_, each) =>
        each.upheld === null ? (
          <StatusTag tone={actedAs(each) === undefined ? 'plain' : 'attention'}>
            {texts.consequences[each.consequence]}
          </StatusTag>
        ) : (
          <StatusTag>{texts.kinds.upheld}</StatusTag>
        ),
    },
  ];
}

/** Decisions that would come out otherwise, each with its reasons; those that can be acted upon are selected here. */
export function ChangedTable({
  rows,
  selected,
  onSelect,
  onAdd,
}: {
  readonly rows: readonly ChangedDecisionJson[];
  /** `undefined`: the one who looks may not act. */
  readonly selected: readonly string[] | undefined;
  readonly onSelect: (decisions: readonly string[]) => void;
  readonly onAdd: (decision: string, fen: bigint | undefined) => void;
}) {
  const texts = useCorrectionTexts();
  const columns = useColumns();
  const selection =
    selected === undefined
      ? {}
      : {
          rowSelection: {
            columnWidth: 40,
            selectedRowKeys: [...selected],
            onChange: (keys: readonly (string | number | bigint)[]) => onSelect(keys.map(String)),
            getCheckboxProps: (each: ChangedDecisionJson) => ({
              disabled: each.upheld !== null || each.consequence === 'wait',
              'aria-label': texts.select(each.enterpriseName),
            }),
          },
        };
  return (
    <Table
      className={styles.table ?? ''}
      rowKey="decision"
      size="small"
      tableLayout="fixed"
      dataSource={rows}
      columns={columns}
      pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
      {...selection}
      expandable={{
        columnWidth: 40,
        expandIcon: ({ expanded, onExpand, record }) => (
          <Button
            type="text"
            size="small"
            aria-expanded={expanded}
            aria-label={texts.details(record.enterpriseName)}
            onClick={(event) => onExpand(record, event)}
          >
            {expanded ? '−' : '+'}
          </Button>
        ),
        expandedRowRender: (each) => (
          <>
            <ChangedDetail changed={each} />
            {each.change === 'room' && selected !== undefined && (
              <RoomField changed={each} onChange={(fen) => onAdd(each.decision, fen)} />
            )}
          </>
        ),
      }}
    />
  );
}
