import { printJson } from '@luodi/entitlement';
import type { Bilingual } from '@luodi/evaluation';
import { Temporal, fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { importFile, importJson, textFileName } from '@luodi/library';
import type { ImportContent, ImportedFile } from '@luodi/library';
import { checkContent } from '../content.ts';
import { readImportedBytes } from '../imported-bytes.ts';
import { writeImports } from '../imported-files.ts';
import { answerIsNo, done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { importLines } from '../render/import-lines.ts';
import { say } from '../terminal.ts';
import type { CommandContext } from '../terminal.ts';

export interface ImportOptions {
  readonly content?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Two files of one name, `政策.docx` and `政策.pdf`, keep their texts apart. */
function freeTextFile(name: string, taken: ReadonlySet<string>): string {
  const wanted = textFileName(name);
  for (let count = 1; ; count++) {
    const free = count === 1 ? wanted : wanted.replace(/\.txt$/u, `-${count}.txt`);
    if (!taken.has(free)) return free;
  }
}

async function importPath(
  path: string,
  content: ImportContent,
  taken: ReadonlySet<string>,
): Promise<Result<ImportedFile, Bilingual>> {
  const file = await readImportedBytes(path);
  if (!file.ok) return file;
  const today = Temporal.Now.plainDateISO('Asia/Shanghai');
  const textFile = freeTextFile(file.value.name, taken);
  const imported = await importFile(file.value, { content, today, textFile });
  if (imported.ok) return ok(imported.value);
  const { message, mend } = imported.error;
  return fail({
    zh: `${file.value.shown}：${message.zh}；${mend.zh}`,
    en: `${file.value.shown}: ${message.en}; ${mend.en}`,
  });
}

function print(
  imports: readonly ImportedFile[],
  written: readonly string[],
  json: boolean,
  context: CommandContext,
): void {
  const { terminal } = context;
  if (json) {
    terminal.print(printJson({ files: imports.map(importJson), written }));
    return;
  }
  for (const imported of imports)
    for (const line of importLines(imported, context)) terminal.print(line);
  for (const path of written)
    terminal.print(say(context, { zh: `写出 ${path}`, en: `written ${path}` }));
}

/**
 * `luodi import`: what documents some files hold, what of them is doubtful, what they are like; with `--out` their texts and policy
 * files. Files that cannot be read are faults, and the others are imported all the same. "No" if a policy file has faults.
 */
export async function runImport(
  paths: readonly string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const checked = await checkContent(options.content);
  if (!checked.ok) return inputFault(checked.error);
  const imports: ImportedFile[] = [];
  const faults: Bilingual[] = [];
  for (const path of paths) {
    if (paths.length > 1)
      context.terminal.note(say(context, { zh: `正在读 ${path}`, en: `reading ${path}` }));
    const taken = new Set(imports.map(({ textFile }) => textFile));
    const imported = await importPath(path, checked.value.content, taken);
    if (imported.ok) imports.push(imported.value);
    else faults.push(imported.error);
  }
  const written =
    options.out === undefined
      ? ok([])
      : await writeImports(options.out, imports, options.force === true);
  if (!written.ok) return inputFault(written.error);
  if (imports.length > 0) print(imports, written.value, options.json === true, context);
  if (faults.length > 0)
    return inputFault({
      zh: faults.map(({ zh }) => zh).join('；'),
      en: faults.map(({ en }) => en).join('; '),
    });
  const faulty = imports.some(({ documents }) =>
    documents.some(({ skeletonErrors }) => skeletonErrors > 0),
  );
  return faulty ? answerIsNo : done;
}
