import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFactSources } from '@luodi/delivery';
import type { FactSources } from '@luodi/delivery';

/** A city that names no sources has none: nothing can be imported. */
export const noSources: FactSources = {
  sources: new Map(),
  order: [],
  orderOf: new Map(),
  register: undefined,
};

/** Reads `fact-sources.yaml` of a content folder. Rejects with the file and the place when it cannot be read. */
export async function readSourcesFile(folder: string): Promise<FactSources> {
  const path = join(folder, 'fact-sources.yaml');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return noSources;
    throw error;
  }
  const read = readFactSources(text);
  if (read.ok) return read.value;
  const [fault] = read.error;
  throw new Error(
    `${path}: ${fault?.place ?? ''}: ${fault?.message.zh ?? ''}（${fault?.hint.zh ?? ''}）`,
  );
}
