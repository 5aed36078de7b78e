import { Link } from 'react-router';
import type { Content, PolicyDocument } from '@luodi/language';
import type { DocumentCoverageResponse } from '@luodi/server/contract';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { addressOf } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';

interface Pair {
  readonly earlier: string;
  readonly later: string;
  readonly other: PolicyDocument;
}

function draftsIn({ relations }: PolicyDocument): readonly string[] {
  return relations.flatMap(({ kind, other }) =>
    kind === 'draft_of' && other.kind === 'document' ? [other.id] : [],
  );
}

/** What a draft became, and the drafts of what is final. */
function pairsOf(document: PolicyDocument, { documents }: Content): readonly Pair[] {
  return documents.flatMap((other): readonly Pair[] => {
    if (draftsIn(document).includes(other.id))
      return [{ earlier: document.id, later: other.id, other }];
    return draftsIn(other).includes(document.id)
      ? [{ earlier: other.id, later: document.id, other }]
      : [];
  });
}

/** Where one goes on from a document: its differences to its draft, how much of it is rules. */
export function DocumentLinks({
  document,
  content,
  coverage,
}: {
  readonly document: PolicyDocument;
  readonly content: Content;
  readonly coverage: DocumentCoverageResponse | undefined;
}) {
  const { document: texts } = useLibraryTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  return (
    <>
      {pairsOf(document, content).map(({ earlier, later, other }) => (
        <p key={other.id} className="no-print">
          <Link to={addressOf('/differences', kept, { earlier, later })}>
            {texts.differences(language === 'zh' ? other.title : other.titleEn)}
          </Link>
        </p>
      ))}
      {coverage !== undefined && (
        <p>
          {texts.coverage(
            coverage.clauses,
            coverage.encodedClauses,
            coverage.figures.quoted,
            coverage.figures.carried,
          )}{' '}
          <Link className="no-print" to={`/coverage/${document.id}${kept}`}>
            {texts.coverageLink}
          </Link>
        </p>
      )}
      <p className="quiet no-print" style={{ fontSize: 13 }}>
        {coverage !== undefined && coverage.figures.notCarried.length > 0 && `${texts.legend} · `}
        {texts.keys}
      </p>
    </>
  );
}
