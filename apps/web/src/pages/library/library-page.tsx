import { Segmented } from 'antd';
import { Link } from 'react-router';
import type { PlainDate } from '@luodi/kernel';
import { documentsResponse } from '@luodi/server/contract';
import { Choice } from '../../components/choice.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { ValidityBars } from '../../components/validity-bars.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useServer } from '../../server/use-server.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { DocumentTable } from './document-table.tsx';
import { ExpiryWatch } from './expiry-watch.tsx';
import { daysLeft, forceOf, validityOf } from './validity.ts';
import type { DocumentEntry } from './validity.ts';

interface Wanted {
  readonly words: string;
  readonly status: string;
  readonly state: string;
  readonly department: string;
}

function fits(document: DocumentEntry, wanted: Wanted, date: PlainDate): boolean {
  const { title, titleEn, lead, issuer, number, status, departments } = document;
  const said = [title, titleEn, lead, issuer, number].join(' ').toLowerCase();
  const state =
    wanted.state === 'expiring'
      ? daysLeft(document, date) !== undefined
      : wanted.state === '' || wanted.state === forceOf(document, date);
  return (
    state &&
    said.includes(wanted.words.trim().toLowerCase()) &&
    (wanted.status === '' || wanted.status === status) &&
    (wanted.department === '' || departments.includes(wanted.department))
  );
}

/** Departments in the order of how many documents name them. */
function departmentOptions(documents: readonly DocumentEntry[]) {
  const counts = new Map<string, number>();
  for (const { departments } of documents)
    for (const name of departments) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([value, count]) => ({ value, label: `${value} (${count})` }));
}

function Lines({ documents }: { documents: readonly DocumentEntry[] }) {
  const texts = useLibraryTexts().documents;
  const { date, language } = usePageState();
  const kept = useKeptSearch();
  return (
    <ValidityBars
      title={texts.timeline}
      rows={documents
        .toSorted((a, b) => a.validity.from.localeCompare(b.validity.from))
        .map((document) => ({
          key: document.id,
          label: (
            <Link to={`/documents/${document.id}${kept}`}>
              {language === 'zh' ? document.title : document.titleEn}
            </Link>
          ),
          validity: validityOf(document.validity, date),
          quiet: document.status !== 'final',
        }))}
    />
  );
}

function Documents({ documents }: { documents: readonly DocumentEntry[] }) {
  const texts = useLibraryTexts();
  const { documentHead } = useTexts();
  const { date } = usePageState();
  const [read, change] = usePageParameters();
  const wanted: Wanted = {
    words: read('q'),
    status: read('status'),
    state: read('state'),
    department: read('department'),
  };
  const shown = documents.filter((document) => fits(document, wanted, date));
  const states = ['inForce', 'expiring', 'notYet', 'expired', 'unbinding'] as const;
  const statuses = ['final', 'draft', 'commentary'] as const;
  const view = read('view') === 'timeline' ? 'timeline' : 'list';
  return (
    <>
      <ExpiryWatch documents={documents} />
      <FilterBar count={texts.documents.shown(shown.length, documents.length)}>
        <FilterInput
          label={texts.documents.words}
          value={wanted.words}
          onChange={(q) => change({ q })}
        />
        <Choice
          label={texts.documents.state}
          value={wanted.state}
          options={states.map((value) => ({ value, label: texts.documents.states[value] }))}
          onChange={(state) => change({ state })}
        />
        <Choice
          label={texts.documents.status}
          value={wanted.status}
          options={statuses.map((value) => ({ value, label: documentHead.statuses[value] }))}
          onChange={(status) => change({ status })}
        />
        <Choice
          label={texts.documents.department}
          value={wanted.department}
          width={220}
          options={departmentOptions(documents)}
          onChange={(department) => change({ department })}
        />
        <Segmented
          aria-label={texts.documents.view}
          value={view}
          options={[
            { value: 'list', label: texts.documents.list },
            { value: 'timeline', label: texts.documents.timeline },
          ]}
          onChange={(chosen) => change({ view: chosen === 'timeline' ? chosen : '' })}
        />
      </FilterBar>
      {view === 'timeline' ? <Lines documents={shown} /> : <DocumentTable documents={shown} />}
    </>
  );
}

/** 政策库: the documents, with what is in force on the date of the page and what soon is no longer. */
export function LibraryPage() {
  const { library } = useTexts();
  const query = useServer('/api/documents', documentsResponse);
  return (
    <>
      <h1>{library.title}</h1>
      <p className="quiet">{library.intro}</p>
      <ServerGate query={query}>{(documents) => <Documents documents={documents} />}</ServerGate>
    </>
  );
}
