/** The documents as a library: what of them is encoded, and what of the source texts is not. */
export type { DocumentCoverage, QuotedFigure } from './coverage/document-coverage.ts';
export { coverDocument } from './coverage/document-coverage.ts';
export type { CorpusCoverage, FigureException, LooseFigure } from './coverage/corpus-coverage.ts';
export { coverCorpus } from './coverage/corpus-coverage.ts';
export { readFigureExceptions } from './coverage/figure-exceptions.ts';
export type { FigureKind, TextFigure } from './coverage/figures.ts';
export { findFigures } from './coverage/figures.ts';
export type {
  ClauseChange,
  DocumentDifferences,
  EntryChange,
  FieldChange,
} from './differences/compare-documents.ts';
export { compareDocuments } from './differences/compare-documents.ts';
export { amountWords } from './differences/amount-words.ts';
export { figureWords, limitWords, momentWords, timeWords } from './differences/entry-fields.ts';
export type { WordRun } from './differences/word-differences.ts';
export { differencesJson } from './differences/differences-json.ts';
export type { ExcerptPart } from './search/excerpt.ts';
export { excerptOf } from './search/excerpt.ts';
export type { SearchHit, SearchQuestion, SearchResult } from './search/find-passages.ts';
export { findPassages } from './search/find-passages.ts';
export { termsOf } from './search/grams.ts';
export { indexPassages } from './search/index-passages.ts';
export type { PassageKind, SearchPassage } from './search/passages.ts';
export { passagesOf } from './search/passages.ts';
export type {
  ImportContent,
  ImportedDocument,
  ImportedFile,
  ImportOptions,
} from './import/import-documents.ts';
export { importFile, textFileName } from './import/import-documents.ts';
export { importJson, importRefusalJson } from './import/import-json.ts';
export type { ImportRefusal, RefusalCode } from './import/import-refusal.ts';
export { importRefusal, refusalCodes } from './import/import-refusal.ts';
export type { Kinship } from './import/recognition/find-likenesses.ts';
export type { OpenedTable } from './import/reading/open-table.ts';
export { openTable } from './import/reading/open-table.ts';
export { readingLimits } from './import/reading/reading-limits.ts';
export type { Doubt, StatedDay } from './import/structure/recognised-document.ts';
