import type { PolicyDocument } from '@luodi/language';

/** The clause of a document in which something stands. */
export function placeJson({ id, title, titleEn, status }: PolicyDocument, clause: string) {
  return {
    document: id,
    documentTitle: title,
    documentTitleEn: titleEn,
    documentStatus: status,
    clause,
  };
}
