/**
 * Proves that the examples hold every number of the rules in place: each value is moved by its smallest step, up and
 * down, and an example has to break. Prints the changes that nothing noticed; exit code 1 if there is any.
 * Ids of documents as arguments: only those.
 */
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearName } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import { readContentFolder } from '@luodi/platform';
import { exceptions } from './mutation/exceptions.ts';
import type { Exception } from './mutation/exceptions.ts';
import { mutantsOf } from './mutation/mutant.ts';
import type { Mutant } from './mutation/mutant.ts';
import { Trial } from './mutation/trial.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'content/hangzhou');

function isExcepted(exception: Exception, document: string, mutant: Mutant): boolean {
  return (
    exception.document === document &&
    exception.measure === mutant.measure &&
    exception.line === mutant.lineText &&
    exception.value === mutant.before &&
    (exception.direction === undefined || exception.direction === mutant.direction)
  );
}

function documentOf(path: string): string | undefined {
  return /^documents\/(.*)\.policy\.md$/.exec(path)?.[1];
}

/** The documents named on the command line, all when none is; an unknown name ends the program. */
function chosenIds(known: readonly string[]): ReadonlySet<string> {
  const named = process.argv.slice(2);
  const unknown = named.find((id) => !known.includes(id));
  if (unknown === undefined) return new Set(named.length > 0 ? named : known);
  const near = nearName(unknown, known);
  console.error(`no document ${unknown}${near === undefined ? '' : `; did you mean ${near}?`}`);
  process.exit(2);
}

const files = await readContentFolder(folder);
const chosen = chosenIds([...files.keys()].flatMap((path) => documentOf(path) ?? []));
const { content } = loadContent(files);
const measuredDocuments = new Set([...content.documentOf.values()].map(({ id }) => id));
const needed = new Set<Exception>();
const survivors: string[] = [];
let tried = 0;
for (const [path, text] of files) {
  const document = documentOf(path);
  if (document === undefined || !chosen.has(document)) continue;
  const trial = new Trial(path, text, content);
  // Without a measure there is nothing that the days of a document decide, and nobody to ask.
  const decides = measuredDocuments.has(document);
  const mutants = decides ? mutantsOf(text, path) : [];
  for (const mutant of mutants) {
    if (!trial.survives(mutant)) continue;
    const exception = exceptions.find((each) => isExcepted(each, document, mutant));
    if (exception !== undefined) needed.add(exception);
    else {
      const place = `${relative(root, join(folder, path))}:${mutant.line}`;
      survivors.push(
        `${place} ${mutant.measure}: ${mutant.before} → ${mutant.after} (${mutant.lineText})`,
      );
    }
  }
  tried += mutants.length;
  console.error(`${path}: ${mutants.length} changes`);
}
const idle = exceptions.filter(
  (exception) => chosen.has(exception.document) && !needed.has(exception),
);
for (const survivor of survivors) console.log(`${survivor} — no example notices`);
for (const { document, measure, line, value } of idle)
  console.log(
    `${document} ${measure}: the exception for ${value} in “${line}” is no longer needed`,
  );
console.log(
  `${tried} changes tried, ${tried - survivors.length} noticed or excepted, ${survivors.length} not noticed`,
);
process.exitCode = survivors.length + idle.length > 0 ? 1 : 0;
