import { fail, nearName, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Content, PolicyDocument } from '@luodi/language';
import { detail, didYouMean, refusal } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';

/** The document of an id. `key` says where it stood. */
export function findDocument(
  given: string,
  { documents }: Content,
  key: string,
): Result<PolicyDocument, Refusal> {
  const found = documents.find(({ id }) => id === given);
  if (found !== undefined) return ok(found);
  const known = documents.map(({ id }) => id);
  const words = { zh: `没有文件“${given}”`, en: `there is no document “${given}”` };
  const near = didYouMean(nearName(given, known));
  return fail(refusal('unknown_document', detail(key, 'unknown_document', words, near)));
}
