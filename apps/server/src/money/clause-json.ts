import { sourceText } from '@luodi/entitlement';
import type { Content } from '@luodi/language';
import { measureNamed } from '@luodi/language';
import type { ClauseJson } from '../contract/index.ts';
import { placeJson } from '../library/place-json.ts';

/** The words that a measure's sum rests on; `null`: these rules have no such measure. */
export function clauseJson(measure: string, content: Content): ClauseJson | null {
  const found = measureNamed(measure, content);
  if (!found.ok) return null;
  const { id, name, nameEn, clause, quote } = found.value;
  const document = content.documentOf.get(id);
  if (document === undefined) return null;
  return {
    measure: id,
    label: name,
    labelEn: nameEn,
    place: placeJson(document, clause),
    quote: quote.text,
    source: sourceText(quote.source),
  };
}
