import { FileAddOutlined } from '@ant-design/icons';
import { Alert, Button, Skeleton } from 'antd';
import { factSourcesResponse } from '@luodi/server/contract';
import type { FactSourcesResponse } from '@luodi/server/contract';
import { useRef, useState } from 'react';
import { ContentGate } from '../../content/content-gate.tsx';
import { useFactsHeldTexts } from '../../i18n/use-facts-held-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from '../facts-held/facts-held.module.css';
import { ImportList } from './import-list.tsx';
import { SettingsForm } from './import-settings.tsx';
import { MappingTable } from './mapping-table.tsx';
import { PreviewFindings } from './preview-findings.tsx';
import { useFactImport } from './use-fact-import.ts';
import type { ImportSettings } from './use-fact-import.ts';

function ChooseFile({
  again,
  onFile,
}: {
  readonly again: boolean;
  readonly onFile: (file: File) => void;
}) {
  const { imports } = useFactsHeldTexts();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.row}>
      <Button
        type={again ? 'default' : 'primary'}
        icon={<FileAddOutlined />}
        onClick={() => input.current?.click()}
      >
        {again ? imports.again : imports.choose}
      </Button>
      <span className="quiet">{imports.limits}</span>
      <input
        ref={input}
        hidden
        type="file"
        accept=".xlsx,.csv,.txt"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file may be chosen again after it was changed.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

type Running = ReturnType<typeof useFactImport>;

function Preview({
  running,
  settings,
}: {
  readonly running: Running;
  readonly settings: ImportSettings;
}) {
  const { imports } = useFactsHeldTexts();
  const { language } = usePageState();
  const { shown, mapping, file } = running;
  if (shown === undefined || mapping === undefined || file === undefined) return null;
  const isEdited = JSON.stringify(mapping) !== JSON.stringify(shown.mapping);
  const { sheet, problems, counts } = shown;
  const whole = problems.filter(({ column }) => column === null);
  return (
    <section className={styles.panel}>
      <h2>{imports.preview}</h2>
      <p className="quiet">
        {imports.sheet(
          [sheet.fileName, sheet.name].filter((text) => text !== '').join(' · '),
          sheet.rows,
        )}
        {sheet.others.length > 0 && ` · ${imports.otherSheets(sheet.others.join(', '))}`}
        {shown.remembered && ` · ${imports.remembered}`}
      </p>
      {problems.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={imports.problems}
          description={
            <ul className={styles.lines}>
              {(whole.length > 0 ? whole : problems).map(({ code, column, message, hint }) => (
                <li key={`${code} ${column ?? ''}`}>
                  {message[language]} <span className="quiet">{hint[language]}</span>
                </li>
              ))}
            </ul>
          }
        />
      )}
      <ContentGate>
        {({ evaluator }) => (
          <MappingTable
            preview={shown}
            mapping={mapping}
            vocabulary={evaluator.content.vocabulary}
            onChange={running.setMapping}
          />
        )}
      </ContentGate>
      {!isEdited && <PreviewFindings preview={shown} />}
      <div className={styles.row}>
        <Button
          type={isEdited ? 'primary' : 'default'}
          loading={running.isLooking}
          onClick={() => void running.look(file, settings, mapping)}
        >
          {imports.update}
        </Button>
        {!isEdited && counts !== null && counts.good > 0 && (
          <Button
            type="primary"
            loading={running.isTaking}
            disabled={running.accepted !== undefined}
            onClick={() => void running.take(settings)}
          >
            {imports.accept(counts.good)}
          </Button>
        )}
      </div>
    </section>
  );
}

function FactImport({ sources }: FactSourcesResponse) {
  const { imports } = useFactsHeldTexts();
  const { date } = usePageState();
  const own = sources.filter(({ yours }) => yours);
  const [settings, setSettings] = useState<ImportSettings>({
    source: own.at(-1)?.id ?? '',
    year: date.year - 1,
    asOf: date.toString(),
    addUnknown: false,
  });
  const running = useFactImport();
  if (own.length === 0) return <p>{imports.noSource}</p>;
  const { accepted, file, mapping } = running;
  return (
    <>
      <section className={styles.panel}>
        <SettingsForm
          sources={own}
          settings={settings}
          onChange={(changed) => {
            setSettings(changed);
            if (file !== undefined) void running.look(file, changed, mapping);
          }}
        />
        <ChooseFile
          again={file !== undefined}
          onFile={(chosen) => void running.look(chosen, settings)}
        />
      </section>
      <div aria-live="polite">
        {(running.isLooking || running.isTaking) && (
          <>
            <p className="quiet">{imports.working}</p>
            <Skeleton active paragraph={{ rows: 2 }} title={false} />
          </>
        )}
        <FaultNotice fault={running.fault} />
        {accepted !== undefined && (
          <Alert type="success" showIcon title={imports.accepted(accepted.counts.good)} />
        )}
      </div>
      <Preview running={running} settings={settings} />
      <ImportList />
    </>
  );
}

/** 导入事实: a table of facts is previewed, its columns are set right, its good rows are taken; an import can be undone. */
export function FactImportPage() {
  const { imports } = useFactsHeldTexts();
  const query = useHeld('/api/fact-sources', factSourcesResponse);
  return (
    <>
      <h1>{imports.title}</h1>
      <p className="quiet">{imports.intro}</p>
      <RoleGate roles={['officer']}>
        {() => (
          <ServerGate query={query}>{({ sources }) => <FactImport sources={sources} />}</ServerGate>
        )}
      </RoleGate>
    </>
  );
}
