import { Button, Input, Tag } from 'antd';
import { factImportsResponse, undoImportResponse } from '@luodi/server/contract';
import type { FactImportsResponse } from '@luodi/server/contract';
import { useId, useState } from 'react';
import { useFactsHeldTexts } from '../../i18n/use-facts-held-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { useHeld } from '../../session/use-held.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from '../facts-held/facts-held.module.css';

type Listed = FactImportsResponse['imports'][number];

function UndoForm({ listed, onDone }: { readonly listed: Listed; readonly onDone: () => void }) {
  const { imports } = useFactsHeldTexts();
  const id = useId();
  const [reason, setReason] = useState('');
  const { run, isRunning, fault } = useCommand(undoImportResponse);
  const undo = async () => {
    const path = `/api/fact-imports/${encodeURIComponent(listed.id)}/undo`;
    if ((await run(path, { reason })) !== undefined) onDone();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void undo();
      }}
    >
      <label htmlFor={id}>{imports.reason}</label>
      <Input
        id={id}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <FaultNotice fault={fault} />
      <div className={styles.row}>
        <Button danger htmlType="submit" loading={isRunning} disabled={reason.trim() === ''}>
          {imports.undoOf(listed.fileName)}
        </Button>
        <Button onClick={onDone}>{imports.cancel}</Button>
      </div>
    </form>
  );
}

function ListedImport({ listed }: { readonly listed: Listed }) {
  const { imports } = useFactsHeldTexts();
  const { language } = usePageState();
  const [undoing, setUndoing] = useState(false);
  const { id, fileName, source, counts, at, undoneAt } = listed;
  const when = new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  return (
    <article className={styles.panel}>
      <strong>{fileName}</strong>{' '}
      <span className="quiet">
        {source[language]} · {when}
      </span>{' '}
      {undoneAt !== null && <Tag>{imports.undone}</Tag>}
      <div>{imports.accepted(counts.good)}</div>
      <div className={styles.row}>
        {counts.faulty > 0 && (
          <a href={`/api/fact-imports/${encodeURIComponent(id)}/faulty.xlsx?lang=${language}`}>
            {imports.faulty(counts.faulty)}
          </a>
        )}
        {undoneAt === null && !undoing && (
          <Button
            size="small"
            aria-label={imports.undoOf(fileName)}
            onClick={() => setUndoing(true)}
          >
            {imports.undo}
          </Button>
        )}
      </div>
      {undoing && undoneAt === null && (
        <UndoForm listed={listed} onDone={() => setUndoing(false)} />
      )}
    </article>
  );
}

/** The imports so far, with what they did not take, and the way back. */
export function ImportList() {
  const { imports } = useFactsHeldTexts();
  const query = useHeld('/api/fact-imports', factImportsResponse);
  return (
    <section>
      <h2 className={styles.title}>{imports.list}</h2>
      <ServerGate query={query}>
        {({ imports: listed }) =>
          listed.length === 0 ? (
            <p className="quiet">{imports.none}</p>
          ) : (
            listed.map((each) => <ListedImport key={each.id} listed={each} />)
          )
        }
      </ServerGate>
    </section>
  );
}
