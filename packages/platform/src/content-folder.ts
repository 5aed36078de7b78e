import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What of a content folder is rules: the calendar beside them is read by those who count working days. */
const ruleFile = /^(documents\/.+\.policy\.md|vocabulary\/.+\.yaml)$/;

/**
 * The rule files of a content folder such as `content/hangzhou`: path inside the folder (`documents/x.policy.md`, with `/`
 * on every system, NFC) to text, in the order of the paths. Rejects with the file system's error when the folder cannot be
 * read; an existing folder without rules is an empty map.
 */
export async function readContentFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true });
  const files = entries
    .map((entry) => ({ path: join(folder, entry), name: entry.split(sep).join('/').normalize() }))
    .filter(({ name }) => ruleFile.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return new Map(
    await Promise.all(
      files.map(async ({ path, name }) => [name, await readFile(path, 'utf8')] as const),
    ),
  );
}

/**
 * The version that rule files make, as the language computes it (SHA-256 over names and texts in the order of the names), by the
 * machine's own hash: a tenth of the time.
 */
export function versionOfFiles(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const path of [...files.keys()].sort()) {
    const text = files.get(path) ?? '';
    hash.update(`${path}\u0000${text.length}\u0000${text}\u0000`, 'utf8');
  }
  return hash.digest('hex');
}
