import { Grid, Table } from 'antd';
import { correctionsResponse } from '@luodi/server/contract';
import type { CorrectionsResponse } from '@luodi/server/contract';
import { Link } from 'react-router';
import { money } from '../../components/money.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCorrectionTexts } from '../../i18n/use-correction-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { dayOfInstant } from '../../components/instant.ts';

type Made = CorrectionsResponse['corrections'][number];

/** What followed so far from decisions of a programme. */
export function CorrectionsMade({ programme }: { readonly programme: string }) {
  const texts = useCorrectionTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const path = `/api/programmes/${encodeURIComponent(programme)}/corrections`;
  const query = useHeld(path, correctionsResponse);
  const { madeColumns: columns } = texts;
  const { sm = false } = Grid.useBreakpoint();
  return (
    <section className={caseStyles.section} aria-labelledby="corrections-made">
      <h2 id="corrections-made">{texts.made}</h2>
      <ServerGate query={query}>
        {({ corrections }) =>
          corrections.length === 0 ? (
            <p className="quiet">{texts.madeNone}</p>
          ) : (
            <Table
              rowKey="id"
              size="small"
              tableLayout="fixed"
              dataSource={corrections}
              pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
              columns={[
                {
                  title: columns.at,
                  width: 110,
                  responsive: ['sm'],
                  render: (_, { at }: Made) => <span className="figure">{dayOfInstant(at)}</span>,
                },
                {
                  title: columns.enterprise,
                  render: (_, { supplementCase, case: id, enterpriseName, kind }: Made) => (
                    <>
                      <Link
                        to={`/cases/${encodeURIComponent(supplementCase ?? id)}${kept}`}
                        lang="zh-CN"
                      >
                        {enterpriseName}
                      </Link>
                      {!sm && <div>{texts.kinds[kind]}</div>}
                    </>
                  ),
                },
                {
                  title: columns.kind,
                  width: 150,
                  responsive: ['sm'],
                  render: (_, { kind }: Made) => <StatusTag>{texts.kinds[kind]}</StatusTag>,
                },
                {
                  title: columns.sum,
                  width: 130,
                  align: 'right',
                  render: (_, { fen }: Made) => (
                    <span className="figure">{money(BigInt(fen), language)}</span>
                  ),
                },
                {
                  title: columns.reason,
                  responsive: ['md'],
                  render: (_, { reason, clause }: Made) => (
                    <span lang="zh-CN">
                      {reason} <span className="quiet">{clause}</span>
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </ServerGate>
    </section>
  );
}
