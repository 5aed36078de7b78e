import { Link } from 'react-router';
import type { ImportedDocument } from '@luodi/server/contract';
import { useImportTexts } from '../../i18n/use-import-texts.ts';
import { useKeptSearch } from '../../state/page-state.ts';

function percent(perMille: number): string {
  return `${Math.floor(perMille / 10)}.${perMille % 10}%`;
}

type Found = ImportedDocument['likeInLibrary'][number] | ImportedDocument['likeInFile'][number];

/** Copies, drafts and versions of a document, in the library and in the same file. */
export function Likenesses({ document }: { readonly document: ImportedDocument }) {
  const texts = useImportTexts();
  const kept = useKeptSearch();
  const { likeInLibrary, likeInFile } = document;
  const all: readonly Found[] = [...likeInLibrary, ...likeInFile];
  return (
    <section>
      <h3>{texts.like}</h3>
      {all.length === 0 && <p className="quiet">{texts.likeNothing}</p>}
      <ul style={{ margin: '4px 0', paddingLeft: 18 }}>
        {all.map((found) => {
          const { kinship, title, wordsInCommonPerMille, clauses } = found;
          const { same, reworded, added, lost } = clauses;
          return (
            <li key={String(found.document)}>
              {texts.kinship[kinship]}
              {': '}
              {typeof found.document === 'string' ? (
                <Link to={`/documents/${found.document}${kept}`} lang="zh-CN">
                  {title}
                </Link>
              ) : (
                <span>{texts.inFile(found.document + 1)}</span>
              )}
              <br />
              <span className="figure">{texts.common(percent(wordsInCommonPerMille))}</span>
              {' · '}
              <span className="quiet figure">
                {texts.clauseCounts(same, reworded, added, lost)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
