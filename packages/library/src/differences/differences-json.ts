import type { Clause } from '@luodi/language';
import type { DocumentDifferences, FieldChange } from './compare-documents.ts';
import type { WordRun } from './word-differences.ts';

/** Plain data, as the command line and the interface for programs print it. */
export type PlainJson =
  | null
  | boolean
  | number
  | string
  | readonly PlainJson[]
  | { readonly [key: string]: PlainJson };

function wordsJson(words: readonly WordRun[]): PlainJson {
  return words.map(({ kind, text }) => ({ kind, text }));
}

function fieldJson({ field, earlier, later, words }: FieldChange): PlainJson {
  return {
    field,
    earlier: earlier ?? null,
    later: later ?? null,
    words: words === undefined ? null : wordsJson(words),
  };
}

function clauseJson(clause: Clause | undefined): PlainJson {
  if (clause === undefined) return null;
  const { heading, source } = clause;
  return { heading, source: { file: source.file, from: source.from, to: source.to } };
}

/** The differences of two documents as plain data: `header`, `clauses` in the order of the later, `entries`. */
export function differencesJson(found: DocumentDifferences): PlainJson {
  const { earlier, later } = found;
  return {
    earlier: { document: earlier.id, title: earlier.title, titleEn: earlier.titleEn },
    later: { document: later.id, title: later.title, titleEn: later.titleEn },
    header: found.header.map(fieldJson),
    clauses: found.clauses.map((clause) => ({
      change: clause.change,
      earlier: clauseJson(clause.earlier),
      later: clauseJson(clause.later),
      words: wordsJson(clause.words),
    })),
    entries: found.entries.map((entry) => ({
      kind: entry.kind,
      change: entry.change,
      name: entry.name,
      nameEn: entry.nameEn,
      earlierClause: entry.earlierClause ?? null,
      laterClause: entry.laterClause ?? null,
      fields: entry.fields.map(fieldJson),
    })),
  };
}
