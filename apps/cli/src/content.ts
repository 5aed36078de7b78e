import { relative, resolve } from 'node:path';
import { fail, formatDiagnostic, ok } from '@luodi/kernel';
import type { Diagnostic, Result } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import type { Content, Extent } from '@luodi/language';
import type { Bilingual } from '@luodi/evaluation';
import { readContentFolder, versionOfFiles } from '@luodi/platform';
import { defaultContentFolder } from './repository.ts';

/** A content folder as read: its path for messages, what the checker said, and the rules as far as they have no faults. */
export interface CheckedContent {
  readonly folder: string;
  readonly content: Content;
  /** Ids of all documents by the names of their files, those that cannot be read included. */
  readonly documentIds: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Paths in content are inside its folder; for a person they begin where the person stands. */
export function shownPath(folder: string, file: string): string {
  const path = relative(process.cwd(), resolve(folder, file));
  return path.startsWith('..') ? resolve(folder, file) : path;
}

/** A diagnostic as one line that begins with a path that editors open. */
export function diagnosticLine(folder: string, diagnostic: Diagnostic): string {
  const { span } = diagnostic;
  return formatDiagnostic({
    ...diagnostic,
    span: { ...span, file: shownPath(folder, span.file) },
  });
}

/** Reads and checks a content folder, the one of this repository when none is given. */
export async function checkContent(
  given: string | undefined,
  extent: Extent = 'everything',
): Promise<Result<CheckedContent, Bilingual>> {
  const folder = resolve(given ?? defaultContentFolder);
  let files: ReadonlyMap<string, string>;
  try {
    files = await readContentFolder(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return fail({
      zh: `--content ${given ?? folder}：读不了这个文件夹（${code}）；请给出含 documents/ 和 vocabulary/ 的文件夹`,
      en: `--content ${given ?? folder}: cannot read this folder (${code}); give a folder with documents/ and vocabulary/`,
    });
  }
  if (files.size === 0)
    return fail({
      zh: `--content ${given ?? folder}：里面没有 documents/*.policy.md，也没有 vocabulary/*.yaml；请给出内容文件夹，如 content/hangzhou`,
      en: `--content ${given ?? folder}: neither documents/*.policy.md nor vocabulary/*.yaml in it; give a content folder such as content/hangzhou`,
    });
  const { content, diagnostics } = loadContent(files, extent, versionOfFiles(files));
  const documentIds = [...files.keys()].flatMap(
    (path) => /^documents\/(.*)\.policy\.md$/.exec(path)?.[1] ?? [],
  );
  return ok({ folder, content, documentIds, diagnostics });
}

/** The rules of a content folder that has no errors; warnings do not stop anybody from asking. */
export async function usableContent(
  given: string | undefined,
): Promise<Result<Content, Bilingual>> {
  const checked = await checkContent(given, 'measures');
  if (!checked.ok) return checked;
  const { folder, content, diagnostics } = checked.value;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return ok(content);
  const line = diagnosticLine(folder, first);
  return fail({
    zh: `内容有 ${errors.length} 处错误，先改好再用（luodi check 逐条列出）；第一处：${line}`,
    en: `the content has ${errors.length} error(s), mend them first (luodi check lists all); the first: ${line}`,
  });
}
