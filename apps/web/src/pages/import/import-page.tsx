import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Progress } from 'antd';
import type { ErrorDetail, ImportResponse } from '@luodi/server/contract';
import { useImportTexts } from '../../i18n/use-import-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { downloadText } from './download-text.ts';
import { FileDrop } from './file-drop.tsx';
import { ImportedDocumentView } from './imported-document.tsx';
import { useImport } from './use-import.ts';
import styles from './import.module.css';

function Refused({ name, message }: { readonly name: string; readonly message: ErrorDetail }) {
  const texts = useImportTexts();
  const { language } = usePageState();
  const zh = language === 'zh';
  return (
    <Alert
      type="error"
      showIcon
      title={`${texts.failed}: ${name}`}
      description={
        <>
          <p>{zh ? message.message : message.messageEn}</p>
          <p>{zh ? message.hint : message.hintEn}</p>
        </>
      }
    />
  );
}

function Imported({ response }: { readonly response: ImportResponse }) {
  const texts = useImportTexts();
  const { language } = usePageState();
  const { file, documents, strays, text, textFile } = response;
  return (
    <section aria-labelledby="import-found">
      <h2 id="import-found">{texts.found(documents.length, file.lines)}</h2>
      <p className="quiet">
        {[file.name, file.format, file.encoding].filter((each) => each !== null).join(' · ')}
      </p>
      {file.remarks.map(({ message, messageEn }) => (
        <Alert key={message} type="info" showIcon title={language === 'zh' ? message : messageEn} />
      ))}
      {strays.length > 0 && (
        <p className="quiet">{texts.strays(strays.map(({ line }) => line).join(', '))}</p>
      )}
      <Button icon={<DownloadOutlined />} onClick={() => downloadText(text, textFile)}>
        {texts.text}
      </Button>
      {documents.length > 1 && (
        <ol className={styles.list}>
          {documents.map(({ title, lines }, index) => (
            <li key={lines.from + (title?.value ?? '')}>
              <a href={`#document-${index + 1}`} lang="zh-CN">
                {title?.value}
              </a>{' '}
              <span className="quiet">{texts.lines(lines.from, lines.to)}</span>
            </li>
          ))}
        </ol>
      )}
      {documents.map((document, index) => (
        <ImportedDocumentView
          key={`${document.lines.from}-${document.skeleton.id}`}
          document={document}
          place={index + 1}
        />
      ))}
    </section>
  );
}

/** 导入: what documents a file holds, recognised on the server, which keeps nothing of it. */
export function ImportPage() {
  const texts = useImportTexts();
  const { state, start, cancel } = useImport();
  return (
    <>
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.intro}</p>
      {state.kind !== 'sending' && (
        <FileDrop again={state.kind === 'done'} onFile={(file) => void start(file)} />
      )}
      <div aria-live="polite">
        {state.kind === 'sending' && (
          <div className={styles.progress}>
            <p>
              {state.name} · {state.percent < 100 ? texts.sending(state.percent) : texts.reading}
            </p>
            <Progress
              aria-label={texts.progress}
              percent={state.percent}
              status="active"
              showInfo={false}
            />
            <Button onClick={cancel}>{texts.cancel}</Button>
          </div>
        )}
        {state.kind === 'done' && state.sent.kind === 'refused' && (
          <Refused name={state.name} message={state.sent.message} />
        )}
        {state.kind === 'done' && state.sent.kind === 'offline' && (
          <Alert type="error" showIcon title={texts.offline} />
        )}
      </div>
      {state.kind === 'done' && state.sent.kind === 'imported' && (
        <Imported response={state.sent.response} />
      )}
    </>
  );
}
