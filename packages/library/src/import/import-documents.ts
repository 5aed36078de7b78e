import { setImmediate } from 'node:timers/promises';
import { fail, ok } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import { parsePolicyFile } from '@luodi/language';
import type { Content } from '@luodi/language';
import { countClauses } from './clause-counts.ts';
import type { ClauseCounts } from './clause-counts.ts';
import type { ImportRefusal } from './import-refusal.ts';
import { comparedImport, comparedPolicy } from './recognition/compared-text.ts';
import type { ComparedText } from './recognition/compared-text.ts';
import { findLikenesses } from './recognition/find-likenesses.ts';
import type { FoundLikeness } from './recognition/find-likenesses.ts';
import { readFile } from './reading/read-file.ts';
import type { NamedBytes, ReadingOptions } from './reading/read-file.ts';
import { Stopped, readingLimits, startWatch } from './reading/reading-limits.ts';
import type { Watch } from './reading/reading-limits.ts';
import { textOf } from './reading/plain-text.ts';
import type { PlainText } from './reading/plain-text.ts';
import { writeSkeleton } from './skeleton/write-skeleton.ts';
import type { Skeleton } from './skeleton/write-skeleton.ts';
import type { RecognisedDocument } from './structure/recognised-document.ts';
import type { Stray } from './structure/paragraph.ts';
import { recogniseDocuments } from './structure/recognise-documents.ts';

/** A document of an imported file with what it is like, and the policy file to begin with. */
export interface ImportedDocument {
  readonly recognised: RecognisedDocument;
  /** Documents of the library, by id. */
  readonly likeInLibrary: readonly FoundLikeness<string>[];
  /** Earlier documents of the same file, by their place. */
  readonly likeInFile: readonly FoundLikeness<number>[];
  readonly counts: ClauseCounts;
  readonly skeleton: Skeleton;
  /** Faults that the checker finds in the skeleton. */
  readonly skeletonErrors: number;
}

/** An imported file: its plain text and its documents. */
export interface ImportedFile {
  readonly text: PlainText;
  /** Name under which the skeletons cite the plain text. */
  readonly textFile: string;
  readonly textBody: string;
  readonly documents: readonly ImportedDocument[];
  readonly strays: readonly Stray[];
}

export type ImportContent = Pick<Content, 'vocabulary' | 'documents' | 'measures'>;

export interface ImportOptions extends ReadingOptions {
  /** The library to compare with. */
  readonly content: ImportContent;
  /** The day that stands in for one that a text does not give. */
  readonly today: PlainDate;
  /** Name under which the plain text will be kept; made from the name of the file by default. */
  readonly textFile?: string;
}

/** `a/b/政策.docx` is kept as `政策.txt`. */
export function textFileName(name: string): string {
  const base = name.replace(/^.*[\\/]/u, '').replace(/\.(?:docx?|pdf|x?html?|txt|text|md)$/iu, '');
  const safe = base
    .replaceAll(/[\p{Cc}<>:"|?*]/gu, '_')
    .replace(/^\.+/u, '_')
    .slice(0, 120);
  return `${safe === '' ? 'document' : safe}.txt`;
}

const libraries = new WeakMap<ImportContent, ReadonlyMap<string, ComparedText>>();

/** The documents of a library made ready once for all files that are compared with it. */
function comparedLibrary(content: ImportContent): ReadonlyMap<string, ComparedText> {
  const known = libraries.get(content);
  if (known !== undefined) return known;
  const made = new Map(content.documents.map((each) => [each.id, comparedPolicy(each)] as const));
  libraries.set(content, made);
  return made;
}

/** With how many documents before it in the same file one is compared. */
const mostBefore = 100;

/** Compares with the library and the earlier documents of the file, and writes the policy file. */
function importDocument(
  place: number,
  documents: readonly RecognisedDocument[],
  compared: readonly ComparedText[],
  { content, today }: ImportOptions,
  sourceFile: string,
): ImportedDocument | undefined {
  const [recognised, ours] = [documents[place], compared[place]];
  if (recognised === undefined || ours === undefined) return undefined;
  const { annexOf } = recognised;
  const likeInLibrary = findLikenesses(ours, comparedLibrary(content));
  // An annex repeats what it belongs to, and is no version of it.
  const first = Math.max(0, place - mostBefore);
  const before = compared.slice(first, place).map((text, index) => [first + index, text] as const);
  const likeInFile = findLikenesses(ours, before).filter(({ key }) => key !== annexOf);
  const skeleton = writeSkeleton(recognised, {
    sourceFile,
    today,
    annexOfTitle: annexOf === undefined ? undefined : documents[annexOf]?.title.value,
    draftOfTitle: likeInLibrary.find(({ kinship }) => kinship === 'draft_of')?.title,
  });
  const path = `documents/${skeleton.fileName}`;
  const { diagnostics } = parsePolicyFile(path, skeleton.text, content);
  const skeletonErrors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const counts = countClauses(recognised);
  return { recognised, likeInLibrary, likeInFile, counts, skeleton, skeletonErrors };
}

/** Lets whoever else runs in this process have a turn between two documents. */
async function importDocuments(
  documents: readonly RecognisedDocument[],
  options: ImportOptions,
  sourceFile: string,
  watch: Watch,
): Promise<readonly ImportedDocument[]> {
  const compared = documents.map(comparedImport);
  const imported: ImportedDocument[] = [];
  for (const place of documents.keys()) {
    await setImmediate();
    watch.check();
    const document = importDocument(place, documents, compared, options, sourceFile);
    if (document !== undefined) imported.push(document);
  }
  return imported;
}

/**
 * Imports a file: reads its text, recognises its documents, compares them with the library and with each other, and writes for
 * each a policy file to begin with. The error says why the file is not read and how to mend it.
 */
export async function importFile(
  file: NamedBytes,
  options: ImportOptions,
): Promise<Result<ImportedFile, ImportRefusal>> {
  const { signal, limits = readingLimits, watch = startWatch(limits, signal) } = options;
  const read = await readFile(file, { ...options, watch });
  if (!read.ok) return read;
  const text = read.value;
  const textFile = options.textFile ?? textFileName(text.name);
  try {
    const { documents, strays } = recogniseDocuments(text.lines, watch);
    const imported = await importDocuments(documents, options, textFile, watch);
    return ok({ text, textFile, textBody: textOf(text), documents: imported, strays });
  } catch (error) {
    if (error instanceof Stopped) return fail(error.refusal);
    throw error;
  }
}
