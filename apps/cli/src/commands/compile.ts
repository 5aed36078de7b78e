import { resolve } from 'node:path';
import { dialects, everyColumn, populationTables, printRules } from '@luodi/batch';
import type { PopulationTables } from '@luodi/batch';
import { printJson } from '@luodi/entitlement';
import type { Bilingual } from '@luodi/evaluation';
import { fail, ok } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import { bindingMeasures } from '@luodi/language';
import type { Content, Measure } from '@luodi/language';
import { answerDate } from '../answer-date.ts';
import { chosenMeasure } from '../chosen-measure.ts';
import { usableContent } from '../content.ts';
import { answerIsNo, done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { say } from '../terminal.ts';
import type { CommandContext } from '../terminal.ts';

/** The databases that `--dialect` names. */
type DialectName = 'duckdb' | 'postgres' | 'clickhouse';

export interface CompileOptions {
  readonly content?: string;
  readonly dialect: DialectName;
  readonly measure?: string;
  readonly date?: string;
  readonly population?: string;
  readonly json?: boolean;
}

function measuresFor(
  given: string | undefined,
  content: Content,
): Result<readonly Measure[], Bilingual> {
  if (given === undefined) return ok(bindingMeasures(content));
  const measure = chosenMeasure(given, content);
  return measure.ok ? ok([measure.value]) : measure;
}

async function tablesFor(
  folder: string | undefined,
  content: Content,
  date: PlainDate,
): Promise<Result<PopulationTables, Bilingual>> {
  if (folder === undefined) return ok(everyColumn(content.vocabulary, date.year));
  const tables = await populationTables(resolve(folder), content.vocabulary);
  if (tables.ok) return tables;
  const [first] = tables.error;
  return fail({
    zh: `--population ${folder}：${first?.message.zh ?? ''}；${first?.hint.zh ?? ''}`,
    en: `--population ${folder}: ${first?.message.en ?? ''}; ${first?.hint.en ?? ''}`,
  });
}

/**
 * `luodi compile`: the rules in force as SQL, on stdout as one text. Rules that are not SQL are told on stderr; "no" if one rule was asked for
 * and it is none.
 */
export async function runCompile(
  options: CompileOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const date = answerDate(options.date);
  if (!date.ok) return inputFault(date.error);
  const loaded = await usableContent(options.content);
  if (!loaded.ok) return inputFault(loaded.error);
  const content = loaded.value;
  const measures = measuresFor(options.measure, content);
  if (!measures.ok) return inputFault(measures.error);
  const population = await tablesFor(options.population, content, date.value);
  if (!population.ok) return inputFault(population.error);
  const text = printRules(measures.value, content.vocabulary, {
    date: date.value,
    dialect: dialects[options.dialect],
    population: population.value,
    language: context.language,
  });
  const { terminal } = context;
  if (options.json === true)
    terminal.print(
      printJson({
        date: date.value.toString(),
        contentVersion: content.version,
        dialect: options.dialect,
        rules: text.rules,
        leftOut: text.leftOut.map((each) => ({ ...each })),
        sql: text.sql,
      }),
    );
  else {
    if (text.rules > 0) terminal.print(text.sql);
    for (const { code, measure, reason } of text.leftOut)
      if (code === 'not_covered' || options.measure !== undefined)
        terminal.note(
          code === 'not_covered'
            ? say(context, {
                zh: `${measure} 不能写成 SQL，由 luodi match 逐家计算（${reason}）`,
                en: `${measure} is not SQL, luodi match answers it one by one (${reason})`,
              })
            : say(context, {
                zh: `${measure} 在 ${date.value.toString()} 不在有效期内；用 --date 另写一天`,
                en: `${measure} is not in force on ${date.value.toString()}; give another --date`,
              }),
        );
  }
  return options.measure !== undefined && text.rules === 0 ? answerIsNo : done;
}
