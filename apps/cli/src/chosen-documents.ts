import { fail, nearName, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Bilingual } from '@luodi/evaluation';
import type { CheckedContent } from './content.ts';

function fileOf(id: string): string {
  return `documents/${id}.policy.md`;
}

/**
 * The content as far as the documents named with `--document` go: their text, what the checker says of their files and of the
 * vocabulary. All of it when none is named. The measures of other documents stay known by name.
 */
export function chosenDocuments(
  checked: CheckedContent,
  ids: readonly string[] | undefined,
): Result<CheckedContent, Bilingual> {
  if (ids === undefined || ids.length === 0) return ok(checked);
  const known = checked.documentIds;
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const near = nearName(unknown, known);
    return fail({
      zh: `--document ${unknown}：没有这份文件；${near === undefined ? '写 documents/ 里的文件名，不带 .policy.md' : `是不是 ${near}？`}`,
      en: `--document ${unknown}: no such document; ${near === undefined ? 'give a file name in documents/ without .policy.md' : `did you mean ${near}?`}`,
    });
  }
  const chosen = new Set(ids);
  const files = new Set(ids.map(fileOf));
  const { content, diagnostics } = checked;
  return ok({
    ...checked,
    content: { ...content, documents: content.documents.filter(({ id }) => chosen.has(id)) },
    diagnostics: diagnostics.filter(
      ({ span }) => files.has(span.file) || span.file.startsWith('vocabulary/'),
    ),
  });
}
