import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Tag } from 'antd';
import type { ImportedDocument } from '@luodi/server/contract';
import { useImportTexts } from '../../i18n/use-import-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { ClauseOutline } from './clause-outline.tsx';
import { DocumentFacts } from './document-facts.tsx';
import { downloadText } from './download-text.ts';
import { Likenesses } from './likenesses.tsx';
import styles from './import.module.css';

function Doubts({ document }: { readonly document: ImportedDocument }) {
  const texts = useImportTexts();
  const { language } = usePageState();
  if (document.doubts.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={texts.doubts}
      description={
        <ul style={{ margin: 0, paddingLeft: 18 }}>
          {document.doubts.map(({ code, line, words, message, messageEn }) => (
            <li key={`${code}-${line}-${words}`}>
              {texts.line(line)}: {language === 'zh' ? message : messageEn}
              {words !== '' && (
                <span className="quiet" lang="zh-CN">
                  {' '}
                  “{words}”
                </span>
              )}
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** One document of the imported file: its facts, what it is like, its clauses, and the policy file to begin with. */
export function ImportedDocumentView({
  document,
  place,
}: {
  readonly document: ImportedDocument;
  readonly place: number;
}) {
  const texts = useImportTexts();
  const { title, lines, status, annexOf, coverTitle, skeleton } = document;
  return (
    <article
      className={styles.document}
      id={`document-${place}`}
      aria-labelledby={`title-${place}`}
    >
      <h2 id={`title-${place}`} lang="zh-CN">
        {place}. {title?.value}
      </h2>
      <p className="quiet">
        {texts.lines(lines.from, lines.to)}
        {title?.inferred === true && ` · ${texts.titleInferred}`}
        {annexOf !== null && ` · ${texts.annexOf(annexOf + 1)}`}{' '}
        {status !== 'final' && (
          <Tag style={{ color: 'var(--undecided)' }}>{texts.status[status]}</Tag>
        )}
      </p>
      {coverTitle !== null && (
        <p className="quiet">
          {texts.coverTitle}: <span lang="zh-CN">{coverTitle}</span>
        </p>
      )}
      <DocumentFacts document={document} />
      <Doubts document={document} />
      <Likenesses document={document} />
      <ClauseOutline document={document} />
      <p>
        <Button
          icon={<DownloadOutlined />}
          onClick={() => downloadText(skeleton.text, skeleton.fileName)}
        >
          {texts.skeleton}
        </Button>{' '}
        <span className="quiet">{texts.skeletonNote}</span>
      </p>
    </article>
  );
}
