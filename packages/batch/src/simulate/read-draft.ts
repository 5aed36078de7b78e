import { fail, ok } from '@luodi/kernel';
import type { Diagnostic, Result } from '@luodi/kernel';
import { extendVocabulary, measuresOf, parsePolicyFile } from '@luodi/language';
import type { Content, PolicyDocument } from '@luodi/language';

/** A policy that is not in the content, read against it. */
export interface Draft {
  readonly document: PolicyDocument;
  /** The content with the draft’s measures and words in it: for names. What counts is `worldOf`. */
  readonly content: Content;
  /** What the checker warns of. */
  readonly warnings: readonly Diagnostic[];
}

/** A text that somebody wrote, and where it stands, for messages. */
export interface DraftText {
  readonly path: string;
  readonly text: string;
  /** Facts and matters of its own: a vocabulary file. */
  readonly vocabulary?: DraftText;
}

/** A draft may be called anything: only a file of the content has to bear its id. */
const expected: ReadonlySet<string> = new Set(['LD1006']);

/** Reads a draft against the content, as `luodi check` does. Faults: everything that the checker finds, errors and warnings, with places. */
export function readDraft(
  { path, text, vocabulary }: DraftText,
  base: Content,
): Result<Draft, readonly Diagnostic[]> {
  const extended =
    vocabulary === undefined
      ? { vocabulary: base.vocabulary, diagnostics: [] }
      : extendVocabulary(vocabulary.path, vocabulary.text, base.vocabulary);
  const known = { ...base, vocabulary: extended.vocabulary };
  const { document, diagnostics } = parsePolicyFile(path, text, known);
  const found = [...extended.diagnostics, ...diagnostics].filter(({ code }) => !expected.has(code));
  if (document === undefined || found.some(({ severity }) => severity === 'error'))
    return fail(found);
  const measures = measuresOf(document);
  const content: Content = {
    ...known,
    documents: [...base.documents.filter(({ id }) => id !== document.id), document],
    measures: new Map([...base.measures, ...measures.map((each) => [each.id, each] as const)]),
    documentOf: new Map([
      ...base.documentOf,
      ...measures.map((each) => [each.id, document] as const),
    ]),
  };
  return ok({ document, content, warnings: found });
}
