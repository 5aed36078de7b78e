import { printJson } from '@luodi/entitlement';
import type { Json } from '@luodi/entitlement';
import type { Bilingual } from '@luodi/evaluation';
import { differencesJson, compareDocuments } from '@luodi/library';
import type { ClauseChange, EntryChange, FieldChange, WordRun } from '@luodi/library';
import { chosenDocuments } from '../chosen-documents.ts';
import { checkContent } from '../content.ts';
import { done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { say } from '../terminal.ts';
import type { CommandContext } from '../terminal.ts';

export interface DiffOptions {
  readonly content?: string;
  readonly words?: boolean;
  readonly json?: boolean;
}

const changeWords: Readonly<Record<EntryChange['change'] | ClauseChange['change'], Bilingual>> = {
  added: { zh: '新增', en: 'added' },
  removed: { zh: '删去', en: 'removed' },
  changed: { zh: '改变', en: 'changed' },
  reworded: { zh: '改写', en: 'reworded' },
  same: { zh: '未变', en: 'same' },
};

const kindWords: Readonly<Record<EntryChange['kind'], Bilingual>> = {
  measures: { zh: '政策', en: 'measure' },
  tasks: { zh: '任务', en: 'task' },
  indicators: { zh: '指标', en: 'indicator' },
  lists: { zh: '清单', en: 'list' },
  procedures: { zh: '流程', en: 'procedure' },
  inspections: { zh: '抽查', en: 'inspection' },
  contracts: { zh: '合同', en: 'contract' },
};

function fieldLine({ field, earlier, later }: FieldChange, { language }: CommandContext): string {
  const none = language === 'zh' ? '（无）' : '(none)';
  return `    ${field}: ${earlier ?? none} → ${later ?? none}`;
}

function entryLines(change: EntryChange, context: CommandContext): readonly string[] {
  const kind = say(context, kindWords[change.kind]);
  const name = context.language === 'zh' ? change.name : change.nameEn;
  const head = `  ${say(context, changeWords[change.change])} ${kind} ${name}`;
  return change.change === 'changed'
    ? [head, ...change.fields.map((field) => fieldLine(field, context))]
    : [head];
}

function wordLine(words: readonly WordRun[]): string {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return words.map(({ kind, text }) => marks[kind].join(text)).join('');
}

function clauseLines(
  { change, earlier, later, words }: ClauseChange,
  showWords: boolean,
  context: CommandContext,
): readonly string[] {
  const names = [earlier?.heading, later?.heading].filter((name) => name !== undefined);
  const head = `  ${say(context, changeWords[change])} ${[...new Set(names)].join(' → ')}`;
  return showWords && change !== 'same' ? [head, `    ${wordLine(words)}`] : [head];
}

/** `luodi diff`: what became of one document in another, words and rules. */
export async function runDiff(
  earlierId: string,
  laterId: string,
  options: DiffOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const checked = await checkContent(options.content);
  if (!checked.ok) return inputFault(checked.error);
  const chosen = chosenDocuments(checked.value, [earlierId, laterId]);
  if (!chosen.ok) return inputFault(chosen.error);
  const find = (id: string) => chosen.value.content.documents.find((each) => each.id === id);
  const [earlier, later] = [find(earlierId), find(laterId)];
  if (earlier === undefined || later === undefined)
    return inputFault({
      zh: '这份文件没有读成，先用 luodi check 改好',
      en: 'this document could not be read; mend it with luodi check first',
    });
  const found = compareDocuments(earlier, later);
  const { terminal } = context;
  if (options.json === true) {
    const json: Json = differencesJson(found);
    terminal.print(printJson(json));
    return done;
  }
  const lines = [
    say(context, { zh: '文首', en: 'Front matter' }),
    ...found.header.map((field) => fieldLine(field, context)),
    say(context, { zh: '条款', en: 'Clauses' }),
    ...found.clauses.flatMap((clause) => clauseLines(clause, options.words === true, context)),
    say(context, { zh: '规则', en: 'Rules' }),
    ...found.entries.flatMap((entry) => entryLines(entry, context)),
  ];
  terminal.print(lines.join('\n'));
  return done;
}
