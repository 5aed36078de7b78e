import { compareDiagnostics } from '@luodi/kernel';
import type { Diagnostic } from '@luodi/kernel';
import { checkDocument } from '../check/check-document.ts';
import { Reporter } from '../diagnostic/reporter.ts';
import { Library } from '../policy/library.ts';
import { MeasureIndex } from '../policy/measure-index.ts';
import { readDocument } from '../policy/read-document.ts';
import { indexMeasures, quotationsOf, readSourceDocument } from '../policy/source-document.ts';
import type { SourceDocument } from '../policy/source-document.ts';
import type { Content, PolicyDocument } from '../tree/index.ts';

function quotesOf({ clauses }: PolicyDocument): readonly string[] {
  return clauses.flatMap(({ passages }) => passages.map(({ quote }) => quote.text));
}

function libraryWith(source: SourceDocument, documents: readonly PolicyDocument[]): Library {
  return new Library(
    new Map([
      ...documents.map((document) => [document.id, () => quotesOf(document)] as const),
      [source.header.id, () => quotationsOf(source)],
    ]),
  );
}

/**
 * Reads one policy file against content that is already loaded (its vocabulary, and the measures of its other documents),
 * as an editor does while the file is being written. Checks that span several documents are left to `loadContent`.
 */
export function parsePolicyFile(
  path: string,
  text: string,
  content: Pick<Content, 'vocabulary' | 'documents' | 'measures'>,
): { readonly document: PolicyDocument | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const reporter = new Reporter();
  const source = readSourceDocument(path, text, 'everything', reporter);
  let document: PolicyDocument | undefined;
  if (source !== undefined) {
    const index = new MeasureIndex();
    indexMeasures(source, index, reporter);
    for (const measure of content.measures.values()) {
      const home = measure.id.slice(0, measure.id.indexOf('/'));
      if (home !== source.header.id) index.addKnown(home, measure.name);
    }
    const names = { vocabulary: content.vocabulary, measures: index.names };
    const read = readDocument(source, {
      names,
      index,
      library: libraryWith(source, content.documents),
      reporter,
      extent: 'everything',
    });
    checkDocument(read, content.vocabulary, reporter);
    if (source.dated) document = read;
  }
  return { document, diagnostics: [...reporter.diagnostics].sort(compareDiagnostics) };
}
