import { measuresOf } from '@luodi/language';
import type { Content } from '@luodi/language';
import type { Analysis } from './analysis.ts';
import type { KnownNames } from './completions.ts';

const departments = new WeakMap<Content, readonly string[]>();

/** Departments that the library names, the most named first. */
function departmentsOf(content: Content): readonly string[] {
  const known = departments.get(content);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const name of [...content.measures.values()].flatMap((measure) => measure.departments))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
  departments.set(content, names);
  return names;
}

/** What may be named in a draft, as it stands. */
export function knownNames(analysis: Analysis, base: Content): KnownNames {
  const own = analysis.document === undefined ? [] : measuresOf(analysis.document);
  return {
    vocabulary: analysis.content.vocabulary,
    measures: own.map(({ name }) => name),
    departments: departmentsOf(base),
    documents: base.documents.map(({ id, title }) => ({ id, title })),
  };
}
