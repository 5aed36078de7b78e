import { Result } from 'antd';
import { useEffect, useMemo } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { documentCoverageResponse } from '@luodi/server/contract';
import { ContentGate } from '../../content/content-gate.tsx';
import { useWholeDocument } from '../../content/use-content.ts';
import type { LoadedContent } from '../../content/use-content.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useServer } from '../../server/use-server.ts';
import { useKeptSearch } from '../../state/page-state.ts';
import { clauseAnchor } from './clause-anchor.ts';
import { ClauseView } from './clause-view.tsx';
import { DocumentHead } from './document-head.tsx';
import { DocumentLinks } from './document-links.tsx';
import { Timeline } from './timeline.tsx';
import { useClauseKeys } from './use-clause-keys.ts';
import styles from './document.module.css';

function useScrollToAnchor(ready: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!ready || hash === '') return;
    document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash, ready]);
}

function editorAddress(id: string, kept: string): string {
  const search = new URLSearchParams(kept);
  search.set('document', id);
  return `/editor?${search.toString()}`;
}

function DocumentView({ loaded, id }: { loaded: LoadedContent; id: string }) {
  const texts = useTexts();
  const kept = useKeptSearch();
  const policy = useWholeDocument(loaded, id);
  const { data: coverage } = useServer(
    policy === undefined ? undefined : `/api/coverage/${id}`,
    documentCoverageResponse,
  );
  const anchors = useMemo(
    () => (policy?.clauses ?? []).map(({ heading }) => clauseAnchor(heading)),
    [policy],
  );
  useClauseKeys(anchors);
  useScrollToAnchor(policy !== undefined);
  if (policy === undefined)
    return (
      <Result
        status="info"
        title={texts.document.notFound}
        subTitle={texts.document.notFoundHint}
        extra={<Link to={`/documents${kept}`}>{texts.library.title}</Link>}
      />
    );
  return (
    <>
      <DocumentHead document={policy} content={loaded.evaluator.content} />
      <p className="no-print">
        <Link to={editorAddress(policy.id, kept)}>{texts.document.openInEditor}</Link>
      </p>
      <DocumentLinks document={policy} content={loaded.evaluator.content} coverage={coverage} />
      <Timeline document={policy} content={loaded.evaluator.content} />
      <details className={`${styles.contents} no-print`}>
        <summary>{texts.document.contents}</summary>
        <ul>
          {policy.clauses.map((clause) => (
            <li key={clause.heading}>
              <a href={`#${clauseAnchor(clause.heading)}`}>{clause.heading}</a>
            </li>
          ))}
        </ul>
      </details>
      {policy.clauses.map((clause) => (
        <ClauseView
          key={clause.heading}
          clause={clause}
          document={policy}
          evaluator={loaded.evaluator}
          loose={coverage?.figures.notCarried ?? []}
        />
      ))}
    </>
  );
}

/** A document clause by clause: the words beside the rules, examples with what they come to. */
export function DocumentPage() {
  const { id = '' } = useParams();
  return <ContentGate>{(loaded) => <DocumentView loaded={loaded} id={id} />}</ContentGate>;
}
