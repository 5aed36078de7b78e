import { ok } from '@luodi/kernel';
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

function importDocuments(
  text: PlainText,
  documents: readonly RecognisedDocument[],
  { content, today, textFile }: ImportOptions,
): readonly ImportedDocument[] {
  const library = comparedLibrary(content);
  const compared = documents.map(comparedImport);
  return documents.map((recognised, index) => {
    const ours = compared[index] ?? comparedImport(recognised);
    const likeInLibrary = findLikenesses(ours, library);
    // An annex repeats what it belongs to, and is no version of it.
    const likeInFile = findLikenesses(ours, compared.slice(0, index).entries()).filter(
      ({ key }) => key !== recognised.annexOf,
    );
    const draftOf = likeInLibrary.find(({ kinship }) => kinship === 'draft_of');
    const skeleton = writeSkeleton(recognised, {
      sourceFile: textFile ?? textFileName(text.name),
      today,
      annexOfTitle:
        recognised.annexOf === undefined ? undefined : documents[recognised.annexOf]?.title.value,
      draftOfTitle: draftOf?.title,
    });
    const { diagnostics } = parsePolicyFile(
      `documents/${skeleton.fileName}`,
      skeleton.text,
      content,
    );
    const skeletonErrors = diagnostics.filter(({ severity }) => severity === 'error').length;
    return {
      recognised,
      likeInLibrary,
      likeInFile,
      counts: countClauses(recognised),
      skeleton,
      skeletonErrors,
    };
  });
}

/**
 * Imports a file: reads its text, recognises its documents, compares them with the library and with each other, and writes for
 * each a policy file to begin with. The error says why the file is not read and how to mend it.
 */
export async function importFile(
  file: NamedBytes,
  options: ImportOptions,
): Promise<Result<ImportedFile, ImportRefusal>> {
  const read = await readFile(file, options);
  if (!read.ok) return read;
  const text = read.value;
  const { documents, strays } = recogniseDocuments(text.lines);
  return ok({
    text,
    textFile: options.textFile ?? textFileName(text.name),
    textBody: textOf(text),
    documents: importDocuments(text, documents, options),
    strays,
  });
}
