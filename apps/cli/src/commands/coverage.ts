import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printJson } from '@luodi/entitlement';
import type { Json } from '@luodi/entitlement';
import type { Bilingual } from '@luodi/evaluation';
import { ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { coverCorpus, coverDocument, readFigureExceptions } from '@luodi/library';
import type {
  CorpusCoverage,
  DocumentCoverage,
  FigureException,
  LooseFigure,
} from '@luodi/library';
import { parse } from 'yaml';
import { chosenDocuments } from '../chosen-documents.ts';
import { checkContent } from '../content.ts';
import { readCorpus } from '../corpus.ts';
import { answerIsNo, done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { say } from '../terminal.ts';
import type { CommandContext } from '../terminal.ts';

export interface CoverageOptions {
  readonly content?: string;
  readonly document?: readonly string[];
  readonly corpus?: string;
  readonly json?: boolean;
}

/** The exceptions beside the rules; none when the content folder has no such file. */
async function exceptionsIn(
  folder: string,
): Promise<Result<readonly FigureException[], Bilingual>> {
  let text: string;
  try {
    text = await readFile(join(folder, 'coverage.yaml'), 'utf8');
  } catch {
    return ok([]);
  }
  return readFigureExceptions(parse(text));
}

function carriedIn({ figures }: DocumentCoverage): number {
  return figures.filter(({ carried }) => carried).length;
}

function documentJson(coverage: DocumentCoverage, loose: readonly LooseFigure[]): Json {
  const { document, clauses, encodedClauses, entries, inert, openReadings, figures } = coverage;
  return {
    document: document.id,
    title: document.title,
    titleEn: document.titleEn,
    status: document.status,
    clauses,
    encodedClauses,
    entries,
    notExecutable: Object.fromEntries(inert),
    openReadings,
    figures: {
      quoted: figures.length,
      carried: carriedIn(coverage),
      notCarried: figures
        .filter(({ carried }) => !carried)
        .map(({ kind, text, clause, line }) => ({ kind, text, clause, line })),
      unquoted: loose
        .filter((figure) => figure.document === document.id)
        .map(({ kind, text, line }) => ({ kind, text, line })),
    },
  };
}

function corpusJson({ figures, quoted, copied, excepted, loose }: CorpusCoverage): Json {
  const shown = ({ kind, text, file, line, document }: LooseFigure) => ({
    kind,
    text,
    file,
    line,
    document: document ?? null,
  });
  return {
    figures,
    quoted,
    copied,
    excepted: excepted.map((each) => ({ ...shown(each), reason: each.reason })),
    unquoted: loose.map(shown),
  };
}

function documentLine(coverage: DocumentCoverage, context: CommandContext): string {
  const { document, clauses, encodedClauses, entries, figures, openReadings } = coverage;
  const carried = carriedIn(coverage);
  return say(context, {
    zh: `${document.id}：条款 ${clauses}（有规则 ${encodedClauses}），政策 ${entries.measures}，任务 ${entries.tasks}，指标 ${entries.indicators}，清单 ${entries.lists}，流程 ${entries.procedures}，抽查 ${entries.inspections}，合同 ${entries.contracts}，用例 ${entries.examples}，数字 ${figures.length}（规则写到 ${carried}），存疑 ${openReadings}`,
    en: `${document.id}: ${clauses} clauses (${encodedClauses} with rules), ${entries.measures} measures, ${entries.tasks} tasks, ${entries.indicators} indicators, ${entries.lists} lists, ${entries.procedures} procedures, ${entries.inspections} inspections, ${entries.contracts} contracts, ${entries.examples} examples, ${figures.length} figures (${carried} in rules), ${openReadings} open readings`,
  });
}

function looseLine({ file, line, text, document }: LooseFigure, context: CommandContext): string {
  return say(context, {
    zh: `${file}:${line} 没有引用的数字“${text}”${document === undefined ? '（不在任何文件之内）' : `（${document}）`}`,
    en: `${file}:${line} figure nobody quotes: “${text}”${document === undefined ? ' (between documents)' : ` (${document})`}`,
  });
}

function corpusLine(
  { figures, quoted, copied, excepted, loose }: CorpusCoverage,
  context: CommandContext,
): string {
  return say(context, {
    zh: `来源数字 ${figures}：已引用 ${quoted}，副本 ${copied}，例外 ${excepted.length}，没有引用 ${loose.length}`,
    en: `${figures} figures in the sources: ${quoted} quoted, ${copied} in copies, ${excepted.length} excepted, ${loose.length} quoted by nobody`,
  });
}

/**
 * `luodi coverage`: what of each document is encoded and, beside the source texts, whether every figure stands in a quotation or
 * on the list of exceptions. "No" if one does not.
 */
export async function runCoverage(
  options: CoverageOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const all = await checkContent(options.content);
  if (!all.ok) return inputFault(all.error);
  const chosen = chosenDocuments(all.value, options.document);
  if (!chosen.ok) return inputFault(chosen.error);
  const { folder, content } = chosen.value;
  const found = await readCorpus(options.corpus);
  if (!found.ok) return inputFault(found.error);
  const exceptions = await exceptionsIn(folder);
  if (!exceptions.ok) return inputFault(exceptions.error);
  const corpus =
    found.value.kind === 'absent'
      ? undefined
      : coverCorpus(all.value.content.documents, found.value.corpus, exceptions.value);
  const shown = new Set(content.documents.map(({ id }) => id));
  const whole = options.document === undefined;
  const loose = (corpus?.loose ?? []).filter(
    ({ document }) => whole || (document !== undefined && shown.has(document)),
  );
  const documents = content.documents.map(coverDocument);
  const { terminal } = context;
  if (options.json === true)
    terminal.print(
      printJson({
        ok: loose.length === 0,
        contentVersion: content.version,
        documents: documents.map((each) => documentJson(each, loose)),
        sources: corpus === undefined ? null : corpusJson({ ...corpus, loose }),
      }),
    );
  else {
    for (const each of documents) terminal.print(documentLine(each, context));
    for (const figure of loose) terminal.print(looseLine(figure, context));
    if (corpus !== undefined) terminal.print(corpusLine({ ...corpus, loose }, context));
    else
      terminal.note(
        say(context, {
          zh: '没有语料文件夹，没有和来源对数（用 --corpus 指定）',
          en: 'no corpus folder: figures were not compared with the sources (name one with --corpus)',
        }),
      );
  }
  return loose.length === 0 ? done : answerIsNo;
}
