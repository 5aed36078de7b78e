import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '@luodi/language';
import { createEvaluator } from '../src/index.ts';
import type { Evaluator } from '../src/index.ts';

const folder = join(import.meta.dirname, '../../../content/hangzhou');

function read(): ReadonlyMap<string, string> {
  const paths = ['documents', 'vocabulary'].flatMap((part) =>
    readdirSync(join(folder, part))
      .toSorted()
      .map((name) => `${part}/${name.normalize()}`),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** All rules of the city, as the applications load them. */
export const evaluator: Evaluator = createEvaluator(loadContent(read()).content);
