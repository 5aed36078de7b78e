import { basename } from 'node:path';
import { createEvaluator } from '@luodi/evaluation';
import type { Evaluator } from '@luodi/evaluation';
import type { Diagnostic } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import { readContentFolder, versionOfFiles } from '@luodi/platform';

/** The rules of a city in one version: their texts, and what runs them. */
export interface CityContent {
  readonly city: string;
  readonly files: ReadonlyMap<string, string>;
  readonly evaluator: Evaluator;
  /** Faults; what is faulty is not among the rules. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles rule files. The same files make the same content, with the same version. */
export function compileContent(city: string, files: ReadonlyMap<string, string>): CityContent {
  const { content, diagnostics } = loadContent(files, 'everything', versionOfFiles(files));
  return { city, files, evaluator: createEvaluator(content), diagnostics };
}

/** Reads `content/<city>`. Rejects with the file system's error when the folder cannot be read. */
export async function readCity(folder: string): Promise<CityContent> {
  return compileContent(basename(folder), await readContentFolder(folder));
}
