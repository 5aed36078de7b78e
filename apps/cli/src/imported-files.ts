import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Bilingual } from '@luodi/evaluation';
import type { ImportedFile } from '@luodi/library';

/** Where everything of some imports goes below a folder: texts at its top, policy files in `documents/`. */
function filesOf(imports: readonly ImportedFile[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { textFile, textBody, documents } of imports) {
    files.set(textFile, textBody);
    for (const { skeleton } of documents) {
      const path = join('documents', skeleton.fileName);
      // The same words twice have one id; the first copy is as good as the second.
      if (!files.has(path)) files.set(path, skeleton.text);
    }
  }
  return files;
}

/**
 * Writes the plain texts and the policy files of some imports, so that `luodi check --content DIR` and
 * `luodi cite --content DIR --corpus DIR` read them. Nothing is written if anything would be overwritten without `force`.
 */
export async function writeImports(
  folder: string,
  imports: readonly ImportedFile[],
  force: boolean,
): Promise<Result<readonly string[], Bilingual>> {
  const files = filesOf(imports);
  const there = [...files.keys()].filter((path) => existsSync(join(folder, path)));
  const [first] = there;
  if (!force && first !== undefined)
    return fail({
      zh: `--out ${folder}：已有 ${first}${there.length > 1 ? ` 等 ${there.length} 个文件` : ''}，没有写；加 --force 覆盖，或换一个文件夹`,
      en: `--out ${folder}: ${first}${there.length > 1 ? ` and ${there.length - 1} more` : ''} already there, nothing written; add --force to overwrite, or name another folder`,
    });
  try {
    await mkdir(join(folder, 'documents'), { recursive: true });
    for (const [path, text] of files) await writeFile(join(folder, path), text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return fail({
      zh: `--out ${folder}：写不了（${code}）；请检查路径和权限`,
      en: `--out ${folder}: cannot be written (${code}); check path and permissions`,
    });
  }
  return ok([...files.keys()].map((path) => join(folder, path)));
}
