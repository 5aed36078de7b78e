import { printJson } from '@luodi/entitlement';
import type { Bilingual } from '@luodi/evaluation';
import { ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { checkCitations } from '@luodi/language';
import type { Content } from '@luodi/language';
import { resolve } from 'node:path';
import { chosenDocuments } from '../chosen-documents.ts';
import { checkContent, diagnosticLine, usableContent } from '../content.ts';
import { readCorpus } from '../corpus.ts';
import { diagnosticJson } from '../diagnostic-json.ts';
import { answerIsNo, done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { defaultContentFolder } from '../repository.ts';
import { say } from '../terminal.ts';
import type { CommandContext } from '../terminal.ts';

export interface CiteOptions {
  readonly content?: string;
  readonly document?: readonly string[];
  readonly corpus?: string;
  readonly json?: boolean;
}

function skipped(folder: string, json: boolean, context: CommandContext): CommandOutcome {
  const message = {
    zh: `未比对：没有语料文件夹 ${folder}（用 --corpus 指定）`,
    en: `skipped: there is no corpus folder ${folder} (name one with --corpus)`,
  };
  if (json)
    context.terminal.print(printJson({ skipped: true, because: message[context.language] }));
  else context.terminal.note(say(context, message));
  return done;
}

/** Quotations do not depend on rules: where documents are named, a fault elsewhere keeps nobody from comparing them. */
async function quotedContent(options: CiteOptions): Promise<Result<Content, Bilingual>> {
  if (options.document === undefined) return usableContent(options.content);
  const checked = await checkContent(options.content);
  if (!checked.ok) return checked;
  const chosen = chosenDocuments(checked.value, options.document);
  return chosen.ok ? ok(chosen.value.content) : chosen;
}

function quotationsIn({ documents }: Content): number {
  const passages = documents.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.passages));
  return passages.length;
}

/** `luodi cite`: whether every quotation stands in the source text that it names. "No" if one does not. */
export async function runCite(
  options: CiteOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const found = await readCorpus(options.corpus);
  if (!found.ok) return inputFault(found.error);
  const json = options.json === true;
  if (found.value.kind === 'absent') return skipped(found.value.folder, json, context);
  const content = await quotedContent(options);
  if (!content.ok) return inputFault(content.error);
  const folder = resolve(options.content ?? defaultContentFolder);
  const faults = checkCitations(content.value, found.value.corpus);
  const quotations = quotationsIn(content.value);
  const { terminal } = context;
  if (json)
    terminal.print(
      printJson({
        ok: faults.length === 0,
        contentVersion: content.value.version,
        quotations,
        faults: faults.map(diagnosticJson),
      }),
    );
  else {
    for (const fault of faults) terminal.print(diagnosticLine(folder, fault));
    terminal.print(
      say(context, {
        zh: `引文 ${quotations} 处，不符 ${faults.length} 处`,
        en: `${quotations} quotations, ${faults.length} not borne out`,
      }),
    );
  }
  return faults.length === 0 ? done : answerIsNo;
}
