/**
 * Proves that the examples hold every number of the rules in place: each value is moved by its smallest step, up and
 * down, and an example has to break. Prints the changes that nothing noticed; exit code 1 if there is any.
 */
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
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

const files = await readContentFolder(folder);
const { content } = loadContent(files);
const needed = new Set<Exception>();
const survivors: string[] = [];
let tried = 0;
for (const [path, text] of files) {
  if (!path.startsWith('documents/')) continue;
  const document = path.replace(/^documents\/|\.policy\.md$/g, '');
  const trial = new Trial(path, text, content);
  const mutants = mutantsOf(text, path);
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
const idle = exceptions.filter((exception) => !needed.has(exception));
for (const survivor of survivors) console.log(`${survivor} — no example notices`);
for (const { document, measure, line, value } of idle)
  console.log(
    `${document} ${measure}: the exception for ${value} in “${line}” is no longer needed`,
  );
console.log(
  `${tried} changes tried, ${tried - survivors.length} noticed or excepted, ${survivors.length} not noticed`,
);
process.exitCode = survivors.length + idle.length > 0 ? 1 : 0;
