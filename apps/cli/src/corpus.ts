import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Bilingual } from '@luodi/evaluation';
import { defaultCorpusFolder } from './repository.ts';

/** Lines of each source text by file name. */
export type Corpus = ReadonlyMap<string, readonly string[]>;

/** The source texts, or that the folder beside the repository is not there, which is no fault. */
export type FoundCorpus =
  | { readonly kind: 'read'; readonly corpus: Corpus }
  | { readonly kind: 'absent'; readonly folder: string };

/** Reads the source texts of the folder named with `--corpus`, else of the one beside the repository. */
export async function readCorpus(
  given: string | undefined,
): Promise<Result<FoundCorpus, Bilingual>> {
  const folder = resolve(given ?? defaultCorpusFolder);
  if (!existsSync(folder)) {
    if (given === undefined) return ok({ kind: 'absent', folder });
    return fail({
      zh: `--corpus ${given}：没有这个文件夹；请给出放来源文件的文件夹`,
      en: `--corpus ${given}: no such folder; give the folder of the source texts`,
    });
  }
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).toSorted();
  const read = async (name: string) =>
    [name, (await readFile(join(folder, name), 'utf8')).split(/\r?\n/)] as const;
  return ok({ kind: 'read', corpus: new Map(await Promise.all(names.map(read))) });
}
