import { compareDiagnostics } from '@luodi/kernel';
import type { Diagnostic } from '@luodi/kernel';
import { checkDocument } from '../check/check-document.ts';
import { checkStacking } from '../check/stacking.ts';
import { Reporter } from '../diagnostic/reporter.ts';
import { Library } from '../policy/library.ts';
import { MeasureIndex } from '../policy/measure-index.ts';
import { readDocument } from '../policy/read-document.ts';
import { indexMeasures, quotationsOf, readSourceDocument } from '../policy/source-document.ts';
import type { Extent, SourceDocument } from '../policy/source-document.ts';
import { SourceFile } from '../read/source-file.ts';
import type { Names } from '../resolve/scope.ts';
import type { Content, Measure, PolicyDocument } from '../tree/index.ts';
import { measuresOf } from '../tree/measures-of.ts';
import { resolveDerivations } from '../vocabulary/derivations.ts';
import { readVocabulary } from '../vocabulary/read-vocabulary.ts';
import { contentVersion } from './content-version.ts';

function filesUnder(files: ReadonlyMap<string, string>, folder: string, ending: string) {
  return [...files]
    .filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith(ending))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function readSources(
  files: ReadonlyMap<string, string>,
  extent: Extent,
  reporter: Reporter,
): SourceDocument[] {
  const byId = new Map<string, SourceDocument>();
  for (const [path, text] of filesUnder(files, 'documents', '.policy.md')) {
    const source = readSourceDocument(path, text, extent, reporter);
    if (source === undefined) continue;
    const { id } = source.header;
    if (byId.has(id)) {
      reporter.report('duplicateName', source.file.span(0, 3), `已有编号为“${id}”的文件`);
      continue;
    }
    byId.set(id, source);
  }
  return [...byId.values()];
}

/** A file in the folders of rules that is neither vocabulary nor document is most likely misnamed. */
function reportStrayFiles(files: ReadonlyMap<string, string>, reporter: Reporter): void {
  for (const path of files.keys()) {
    if (/^vocabulary\/.*(?<!\.yaml)$|^documents\/.*(?<!\.policy\.md)$/.test(path))
      reporter.report('unknownFile', new SourceFile(path, '').span(0, 0), '这个文件没有读');
  }
}

/**
 * Reads a content folder: `files` maps paths relative to it (`vocabulary/*.yaml`, `documents/*.policy.md`) to texts.
 * All faults come at once; what is faulty is left out of the content and the rest goes on.
 * With `measures` only what an applicant's answer needs is read, in less than half the time: no examples, tasks, indicators and
 * other blocks, and none of the checks that a rule needs once and for all.
 * `version`, where it is known, spares hashing all texts.
 */
export function loadContent(
  files: ReadonlyMap<string, string>,
  extent: Extent = 'everything',
  version?: string,
): {
  readonly content: Content;
  readonly diagnostics: readonly Diagnostic[];
} {
  const reporter = new Reporter();
  reportStrayFiles(files, reporter);
  const draft = readVocabulary(filesUnder(files, 'vocabulary', '.yaml'), reporter);
  const sources = readSources(files, extent, reporter);
  const index = new MeasureIndex();
  for (const source of sources) indexMeasures(source, index, reporter);
  const names: Names = { vocabulary: draft, measures: index.names };
  const library = new Library(
    new Map(sources.map((source) => [source.header.id, () => quotationsOf(source)])),
  );
  resolveDerivations(draft, { names, reporter });
  const documents: PolicyDocument[] = [];
  for (const source of sources) {
    const document = readDocument(source, { names, index, library, reporter, extent });
    if (extent === 'everything') checkDocument(document, draft, reporter);
    if (source.dated) documents.push(document);
  }
  const measures = new Map<string, Measure>();
  const documentOf = new Map<string, PolicyDocument>();
  for (const document of documents) {
    for (const measure of measuresOf(document)) {
      measures.set(measure.id, measure);
      documentOf.set(measure.id, document);
    }
  }
  if (extent === 'everything') checkStacking(documents, reporter);
  const { entities, lists, matters, facts, factsById, departments } = draft;
  const content: Content = {
    version: version ?? contentVersion(files),
    vocabulary: { entities, lists, matters, facts, factsById, departments },
    documents,
    measures,
    documentOf,
  };
  return { content, diagnostics: [...reporter.diagnostics].sort(compareDiagnostics) };
}
