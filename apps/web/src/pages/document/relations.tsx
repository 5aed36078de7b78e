import { Link } from 'react-router';
import type { Content, Relation } from '@luodi/language';
import { useTexts } from '../../i18n/use-texts.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import styles from './document.module.css';

function Other({ relation, content }: { relation: Relation; content: Content }) {
  const { language } = usePageState();
  const kept = useKeptSearch();
  const { other } = relation;
  if (other.kind === 'outside')
    return (
      <span lang="zh-CN">
        {other.title}
        {other.number !== '' && `（${other.number}）`}
      </span>
    );
  const document = content.documents.find(({ id }) => id === other.id);
  const title = language === 'zh' ? document?.title : document?.titleEn;
  return <Link to={`/documents/${other.id}${kept}`}>{title ?? other.id}</Link>;
}

/** What a document is to others, in the library or outside it. */
export function Relations({
  relations,
  content,
}: {
  readonly relations: readonly Relation[];
  readonly content: Content;
}) {
  const texts = useTexts();
  return (
    <ul className={styles.plainList}>
      {relations.map((relation, index) => (
        // Two relations may be of one kind to one document.
        <li key={index}>
          {texts.documentHead.relationKinds[relation.kind]}{' '}
          <Other relation={relation} content={content} />
        </li>
      ))}
    </ul>
  );
}
