import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent, measuresOf } from '@luodi/language';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../content/hangzhou');

function cityFiles(): ReadonlyMap<string, string> {
  const paths = ['documents', 'vocabulary'].flatMap((part) =>
    readdirSync(join(folder, part)).map((name) => `${part}/${name}`),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

test('reading measures alone gives the same measures under the same version, and nothing else', () => {
  const files = cityFiles();
  const everything = loadContent(files).content;
  const measures = loadContent(files, 'measures').content;
  expect(measures.version).toBe(everything.version);
  expect([...measures.measures.keys()]).toEqual([...everything.measures.keys()]);
  for (const [id, measure] of measures.measures)
    expect(measure, id).toEqual(everything.measures.get(id));
  expect(measures.vocabulary).toEqual(everything.vocabulary);
  for (const [index, document] of measures.documents.entries()) {
    const whole = everything.documents[index];
    expect(measuresOf(document)).toHaveLength(whole === undefined ? -1 : measuresOf(whole).length);
    const kinds = document.clauses.flatMap(({ passages }) =>
      passages.flatMap(({ blocks }) => blocks.map(({ kind }) => kind)),
    );
    expect(kinds.filter((kind) => kind !== 'measures')).toEqual([]);
  }
});
