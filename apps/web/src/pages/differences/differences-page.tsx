import { SwapOutlined } from '@ant-design/icons';
import { Button, Switch } from 'antd';
import { differencesResponse, documentsResponse } from '@luodi/server/contract';
import type { DifferencesResponse, DocumentsResponse } from '@luodi/server/contract';
import { Choice } from '../../components/choice.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useServer } from '../../server/use-server.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import { ClauseChanges } from './clause-changes.tsx';
import { FieldChanges } from './field-changes.tsx';
import { RuleChanges } from './rule-changes.tsx';
import styles from './differences.module.css';

interface Pair {
  readonly earlier: string;
  readonly later: string;
}

/** Drafts with what became of them. */
function draftPairs(documents: DocumentsResponse): readonly Pair[] {
  return documents
    .filter(({ status }) => status === 'draft')
    .flatMap(({ id, comparable }) => comparable.map((later) => ({ earlier: id, later })));
}

function Found({
  found,
  onlyChanges,
}: {
  readonly found: DifferencesResponse;
  readonly onlyChanges: boolean;
}) {
  const { differences: texts } = useLibraryTexts();
  const { entries, header, clauses } = found;
  const reworded = clauses.filter(({ change }) => change !== 'same').length;
  if (entries.length + header.length + reworded === 0)
    return <p className={styles.section}>{texts.same}</p>;
  const parts = [
    { id: 'rules', title: texts.rules, count: entries.length },
    { id: 'header', title: texts.header, count: header.length },
    { id: 'clauses', title: texts.clauses, count: reworded },
  ] as const;
  return (
    <>
      <nav className={styles.contents} aria-label={texts.onThisPage}>
        {parts.map(({ id, title, count }) => (
          <a key={id} href={`#${id}`}>
            {texts.counted(title, count)}
          </a>
        ))}
      </nav>
      <p className="quiet">{texts.legend}</p>
      <section className={styles.section} id="rules">
        <h2>{texts.rules}</h2>
        <RuleChanges entries={entries} />
      </section>
      <section className={styles.section} id="header">
        <h2>{texts.header}</h2>
        {header.length === 0 ? (
          <p className="quiet">{texts.noHeader}</p>
        ) : (
          <div className={styles.change}>
            <FieldChanges changes={header} />
          </div>
        )}
      </section>
      <section className={styles.section} id="clauses">
        <h2>{texts.clauses}</h2>
        <ClauseChanges found={found} onlyChanges={onlyChanges} />
      </section>
    </>
  );
}

function Comparison({ documents }: { documents: DocumentsResponse }) {
  const texts = useLibraryTexts();
  const { language } = usePageState();
  const [read, change] = usePageParameters();
  const [first] = draftPairs(documents);
  const earlier = read('earlier') || (first?.earlier ?? '');
  const later = read('later') || (first?.later ?? '');
  const onlyChanges = read('all') !== '1';
  const chosen = earlier !== '' && later !== '';
  const path = `/api/diff/${encodeURIComponent(earlier)}/${encodeURIComponent(later)}`;
  const query = useServer(chosen ? path : undefined, differencesResponse);
  const options = documents.map(({ id, title, titleEn }) => ({
    value: id,
    label: language === 'zh' ? title : titleEn,
  }));
  const side = (key: 'earlier' | 'later', value: string) => (
    <div>
      {/* The select names itself; this is for the eye. */}
      <span className="quiet" aria-hidden="true">
        {texts.differences[key]}
      </span>
      <Choice
        label={texts.differences[key]}
        width={2000}
        mayBeEmpty={false}
        value={value}
        options={options}
        onChange={(id) => change({ earlier, later, [key]: id }, 'new')}
      />
    </div>
  );
  return (
    <>
      <div className={styles.pair}>
        {side('earlier', earlier)}
        <Button
          icon={<SwapOutlined />}
          aria-label={texts.differences.swap}
          onClick={() => change({ earlier: later, later: earlier }, 'new')}
        />
        {side('later', later)}
      </div>
      <div className={styles.tools}>
        <label>
          <Switch
            size="small"
            checked={onlyChanges}
            onChange={(on) => change({ all: on ? '' : '1' })}
          />{' '}
          {texts.differences.onlyChanges}
        </label>
      </div>
      {chosen ? (
        <ServerGate query={query}>
          {(found) => <Found found={found} onlyChanges={onlyChanges} />}
        </ServerGate>
      ) : (
        <p className="quiet">{texts.differences.choose}</p>
      )}
    </>
  );
}

/** 差异: what became of one document in another. */
export function DifferencesPage() {
  const texts = useLibraryTexts().differences;
  const query = useServer('/api/documents', documentsResponse);
  return (
    <>
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.intro}</p>
      <ServerGate query={query}>{(documents) => <Comparison documents={documents} />}</ServerGate>
    </>
  );
}
