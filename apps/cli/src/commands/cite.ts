import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { printJson, sourceText } from '@luodi/entitlement';
import type { Bilingual } from '@luodi/evaluation';
import { ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import { checkCitations } from '../citation.ts';
import type { CitationFault } from '../citation.ts';
import { chosenDocuments } from '../chosen-documents.ts';
import { checkContent, shownPath, usableContent } from '../content.ts';
import { answerIsNo, done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { defaultContentFolder, defaultCorpusFolder } from '../repository.ts';
import { say } from '../terminal.ts';
import type { CommandContext } from '../terminal.ts';

export interface CiteOptions {
  readonly content?: string;
  readonly document?: readonly string[];
  readonly corpus?: string;
  readonly json?: boolean;
}

const faultWords: Readonly<Record<CitationFault['kind'], Bilingual>> = {
  absent_file: { zh: '来源文件不在语料里', en: 'the source file is not in the corpus' },
  absent_lines: { zh: '来源文件没有这些行', en: 'the source file has no such lines' },
  words_not_found: { zh: '原文没有这些字', en: 'the source does not have these words' },
  words_not_quoted: { zh: '原文的这些字没有引用', en: 'nobody quotes these words of the source' },
};

const shownWords = 60;

function faultLine(fault: CitationFault, folder: string, context: CommandContext): string {
  const place = `${shownPath(folder, fault.file)}:${fault.line}`;
  const cut =
    fault.words.length > shownWords ? `${fault.words.slice(0, shownWords)}…` : fault.words;
  return `${place} ${say(context, faultWords[fault.kind])} 〔${sourceText(fault.source)}〕 “${cut}”`;
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

/** `luodi cite`: whether every quotation stands in the source text that it names. "No" if one does not. */
export async function runCite(
  options: CiteOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const corpus = resolve(options.corpus ?? defaultCorpusFolder);
  const json = options.json === true;
  if (!existsSync(corpus)) {
    if (options.corpus === undefined) return skipped(corpus, json, context);
    return inputFault({
      zh: `--corpus ${options.corpus}：没有这个文件夹；请给出放来源文件的文件夹`,
      en: `--corpus ${options.corpus}: no such folder; give the folder of the source texts`,
    });
  }
  const content = await quotedContent(options);
  if (!content.ok) return inputFault(content.error);
  const folder = resolve(options.content ?? defaultContentFolder);
  const { quotations, faults } = await checkCitations(content.value, corpus);
  const { terminal } = context;
  if (json)
    terminal.print(
      printJson({
        ok: faults.length === 0,
        contentVersion: content.value.version,
        quotations,
        faults: faults.map(({ source, ...fault }) => ({ ...fault, source: sourceText(source) })),
      }),
    );
  else {
    for (const fault of faults) terminal.print(faultLine(fault, folder, context));
    terminal.print(
      say(context, {
        zh: `引文 ${quotations} 处，不符 ${faults.length} 处`,
        en: `${quotations} quotations, ${faults.length} not borne out`,
      }),
    );
  }
  return faults.length === 0 ? done : answerIsNo;
}
