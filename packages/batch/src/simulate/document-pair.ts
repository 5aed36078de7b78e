import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Content, PolicyDocument } from '@luodi/language';
import type { Draft } from './read-draft.ts';
import { unknownDocument } from './simulation-fault.ts';
import type { SimulationFault } from './simulation-fault.ts';

/** Two documents to compare: what makes way, if anything does, and what takes its place. */
export interface DocumentPair {
  readonly earlier: PolicyDocument | undefined;
  readonly later: PolicyDocument;
  /** The rules with both of them, for names. */
  readonly content: Content;
}

/** Two documents of the content, by id. */
export function documentPair(
  earlier: string,
  later: string,
  content: Content,
): Result<DocumentPair, readonly SimulationFault[]> {
  const [one, two] = [earlier, later].map((id) => content.documents.find((each) => each.id === id));
  if (one !== undefined && two !== undefined) return ok({ earlier: one, later: two, content });
  return fail([unknownDocument(one === undefined ? earlier : later)]);
}

/** A draft and the document that it replaces: the one named, else the one of its own id, else none. */
export function draftPair(
  { document, content }: Draft,
  against: string | undefined,
  { documents }: Content,
): Result<DocumentPair, readonly SimulationFault[]> {
  const earlier = documents.find(({ id }) => id === (against ?? document.id));
  if (against !== undefined && earlier === undefined) return fail([unknownDocument(against)]);
  return ok({ earlier, later: document, content });
}
