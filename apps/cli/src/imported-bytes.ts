import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { readingLimits } from '@luodi/library';
import type { Bilingual } from '@luodi/evaluation';

/** A file to import, as bytes with the name under which messages speak of it. */
export interface ImportedBytes {
  readonly name: string;
  readonly shown: string;
  readonly bytes: Uint8Array;
}

/** Reads standard input, but not more than one byte beyond what may be imported. */
async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const input: AsyncIterable<unknown> = process.stdin;
  for await (const chunk of input) {
    if (!(chunk instanceof Uint8Array)) continue;
    chunks.push(chunk);
    size += chunk.length;
    if (size > readingLimits.file) break;
  }
  return Buffer.concat(chunks);
}

/** The bytes of a file, or of standard input for `-`. A file beyond the limit is not read: its size alone says enough. */
export async function readImportedBytes(path: string): Promise<Result<ImportedBytes, Bilingual>> {
  if (path === '-')
    return ok({ name: 'stdin', shown: '<stdin>', bytes: await readStandardInput() });
  try {
    const { size } = await stat(path);
    const large = size > readingLimits.file;
    const bytes = large
      ? new Uint8Array(size > 2 ** 31 ? readingLimits.file + 1 : size)
      : await readFile(path);
    return ok({ name: basename(path), shown: path, bytes });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT')
      return fail({
        zh: `${path}：没有这个文件；请检查路径，或用 - 从标准输入读`,
        en: `${path}: no such file; check the path, or give - for standard input`,
      });
    if (code === 'EISDIR')
      return fail({
        zh: `${path}：这是文件夹；请写出里面的文件`,
        en: `${path}: this is a folder; name the files in it`,
      });
    return fail({
      zh: `${path}：读不了（${code}）；请检查权限`,
      en: `${path}: cannot be read (${code}); check its permissions`,
    });
  }
}
