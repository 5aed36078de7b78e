import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadContent } from '@luodi/language';
import type { Content } from '@luodi/language';

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** Loads a content folder given relative to this package; a rule that does not check is an error of the benchmark. */
export function readContent(folder: string): Content {
  const root = fileURLToPath(new URL(folder, import.meta.url));
  const files = new Map(
    filesUnder(root)
      .filter((path) => path.endsWith('.yaml') || path.endsWith('.md'))
      .map((path) => [relative(root, path), readFileSync(path, 'utf8')] as const),
  );
  const { content, diagnostics } = loadContent(files);
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const [first] = errors;
  if (first !== undefined)
    throw new Error(`${first.span.file}:${first.span.start.line} ${first.message}`);
  return content;
}
