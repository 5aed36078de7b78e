import { Button, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { journalResponse } from '@luodi/server/contract';
import type { JournalResponse } from '@luodi/server/contract';
import { WorkbookButton } from '../../components/workbook-button.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { useJournalTexts } from '../../i18n/use-journal-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { sayInstant } from '../../components/instant.ts';
import { JournalSearch } from './journal-search.tsx';
import { useActionNames } from './use-action-names.ts';
import { journalKeys } from './journal-keys.ts';

type Entry = JournalResponse['entries'][number];

function useColumns(): TableColumnsType<Entry> {
  const { columns } = useJournalTexts();
  const known = useActionNames();
  const { machine } = useCaseTexts().history;
  const who = ({ actor, actorName }: Entry) => (
    <span lang="zh-CN">{actor.startsWith('system:') ? machine : (actorName ?? actor)}</span>
  );
  return [
    {
      title: columns.at,
      width: 160,
      render: (_, { at }) => <span className="figure">{sayInstant(at)}</span>,
    },
    {
      title: columns.who,
      responsive: ['md'],
      render: (_, entry) => who(entry),
    },
    {
      title: columns.what,
      render: (_, entry) => (
        <>
          {known[entry.action] ?? entry.action}{' '}
          {known[entry.action] !== undefined && <span className="quiet">{entry.action}</span>}
          <div className="only-phone quiet">{who(entry)}</div>
          {entry.reason !== '' && (
            <div className="quiet" lang="zh-CN">
              {entry.reason}
            </div>
          )}
        </>
      ),
    },
    {
      title: columns.subject,
      responsive: ['sm'],
      render: (_, { subject }) => <span lang="zh-CN">{subject}</span>,
    },
  ];
}

function Detail({ entry }: { readonly entry: Entry }) {
  const texts = useJournalTexts();
  return (
    <>
      <p style={{ margin: 0, overflowWrap: 'anywhere' }}>
        {texts.columns.who}: {entry.actor} · {texts.columns.subject}: {entry.subject}
      </p>
      <pre
        lang="zh-CN"
        style={{ margin: '4px 0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {JSON.stringify(entry.detail, null, 2)}
      </pre>
      <p className="figure quiet" style={{ margin: 0, overflowWrap: 'anywhere' }}>
        {texts.hash} {entry.hash}
      </p>
    </>
  );
}

function Entries() {
  const texts = useJournalTexts();
  const [read, change] = usePageParameters();
  const columns = useColumns();
  const asked = new URLSearchParams();
  for (const key of journalKeys) if (read(key) !== '') asked.set(key, read(key));
  // All that was searched, not the page of it.
  const searched = Object.fromEntries([...asked].filter(([key]) => key !== 'before'));
  const query = useHeld(`/api/journal?${asked.toString()}`, journalResponse);
  return (
    <ServerGate query={query}>
      {({ entries, next }) => (
        <>
          <Table
            rowKey="sequence"
            size="small"
            tableLayout="fixed"
            dataSource={entries}
            columns={columns}
            locale={{ emptyText: texts.none }}
            pagination={false}
            expandable={{ expandedRowRender: (entry) => <Detail entry={entry} /> }}
          />
          <div style={{ display: 'flex', gap: 8, marginTop: 12 }}>
            {entries.length > 0 && (
              <WorkbookButton path="/api/journal/xlsx" parameters={searched} />
            )}
            {read('before') !== '' && (
              <Button onClick={() => change({ before: '' }, 'new')}>{texts.later}</Button>
            )}
            {next !== null && (
              <Button onClick={() => change({ before: String(next) }, 'new')}>
                {texts.earlier}
              </Button>
            )}
          </div>
        </>
      )}
    </ServerGate>
  );
}

/** 留痕: who did what, when and why; searched and paged. */
export function JournalPage() {
  const texts = useJournalTexts();
  return (
    <RoleGate roles={['auditor', 'administrator']}>
      {() => (
        <>
          <h1>{texts.title}</h1>
          <p className="quiet">{texts.intro}</p>
          <JournalSearch />
          <Entries />
        </>
      )}
    </RoleGate>
  );
}
