import type { Command } from 'commander';
import type { ApplicantOptions } from './applicant-question.ts';
import type { Call } from './call.ts';
import type { AskOptions } from './commands/ask.ts';
import type { BatchCommandOptions } from './commands/batch.ts';
import type { CheckOptions } from './commands/check.ts';
import type { CiteOptions } from './commands/cite.ts';
import type { CompileOptions } from './commands/compile.ts';
import type { CoverageOptions } from './commands/coverage.ts';
import type { DiffOptions } from './commands/diff.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { FactsOptions } from './commands/facts.ts';
import type { ImportOptions } from './commands/import.ts';
import type { PopulationOptions } from './commands/population.ts';
import type { StatedPopulationOptions } from './commands/population-of-facts.ts';
import type { ServeOptions } from './commands/serve.ts';
import type { SimulateOptions } from './commands/simulate.ts';
import {
  contentOption,
  declare,
  documentOption,
  option,
  wholeNumber,
  withApplicant,
  withContent,
} from './option.ts';
import { inputFault } from './outcome.ts';
import { verifyCommand } from './verify-command.ts';

// Each command loads its own code when it is called: `--help` does not pay for the checker.

function checkCommand(call: Call): Command {
  const words = {
    zh: '检查内容：规则的错误和警告，并逐个运行用例',
    en: 'check the content: faults of the rules, and every worked example run',
  };
  return withContent(declare('check', words, call), call)
    .addOption(documentOption(call))
    .action(async (options: CheckOptions) =>
      call.finish(await (await import('./commands/check.ts')).runCheck(options, call)),
    );
}

function factsCommand(call: Call): Command {
  const words = {
    zh: '列出可以填报的事实：名称、类型、单位、定义、出处',
    en: 'list the facts that can be stated: names, types, units, definitions, sources',
  };
  const folder = {
    zh: '与 --enterprise 一起：这个总体里一家企业填报的事实，可交给 luodi match --facts -',
    en: 'with --enterprise: what one enterprise of this population states, for luodi match --facts -',
  };
  const id = { zh: '企业编号', en: 'id of the enterprise' };
  return withContent(declare('facts', words, call), call)
    .addOption(option('--population <dir>', folder, call))
    .addOption(option('--enterprise <id>', id, call))
    .action(async (options: FactsOptions) =>
      call.finish(await (await import('./commands/facts.ts')).runFacts(options, call)),
    );
}

function matchCommand(call: Call): Command {
  const words = {
    zh: '企业可以得到什么：可得、最高可得、待定，怎样合并最优',
    en: 'what an enterprise can get: certain, up to, undecided, and the best lawful combination',
  };
  return withApplicant(declare('match', words, call), call).action(
    async (options: ApplicantOptions) =>
      call.finish(await (await import('./commands/match.ts')).runMatch(options, call)),
  );
}

function explainCommand(call: Call): Command {
  const words = {
    zh: '一项措施为什么这样回答：逐条理由和条文原话',
    en: 'why one measure answers as it does: every reason and the words of the clause',
  };
  const measure = { zh: '措施的编号或名称', en: 'id or name of the measure' };
  return withApplicant(declare('explain', words, call), call)
    .addOption(option('--measure <id>', measure, call).makeOptionMandatory())
    .action(async (options: ExplainOptions) =>
      call.finish(await (await import('./commands/explain.ts')).runExplain(options, call)),
    );
}

function askCommand(call: Call): Command {
  const words = {
    zh: '接下来最该弄清的事实，和每个答案决定什么',
    en: 'what to find out next, and what each answer decides',
  };
  const limit = { zh: '最多列几个', en: 'list at most this many' };
  return withApplicant(declare('ask', words, call), call)
    .addOption(
      option('--limit <n>', limit, call)
        .argParser(wholeNumber(1, 10_000, call))
        .default(10),
    )
    .action(async (options: AskOptions) =>
      call.finish(await (await import('./commands/ask.ts')).runAsk(options, call)),
    );
}

function citeCommand(call: Call): Command {
  const words = {
    zh: '逐字比对引文和来源文件',
    en: 'compare every quotation with the source text that it names',
  };
  const corpus = { zh: '来源文件的文件夹', en: 'folder of the source texts' };
  return withContent(declare('cite', words, call), call)
    .addOption(option('--corpus <dir>', corpus, call))
    .addOption(documentOption(call))
    .action(async (options: CiteOptions) =>
      call.finish(await (await import('./commands/cite.ts')).runCite(options, call)),
    );
}

function coverageCommand(call: Call): Command {
  const words = {
    zh: '每份文件编码了多少，来源里的数字是否都有引文',
    en: 'how much of each document is encoded, and whether every figure of the sources is quoted',
  };
  const corpus = { zh: '来源文件的文件夹', en: 'folder of the source texts' };
  return withContent(declare('coverage', words, call), call)
    .addOption(option('--corpus <dir>', corpus, call))
    .addOption(documentOption(call))
    .action(async (options: CoverageOptions) =>
      call.finish(await (await import('./commands/coverage.ts')).runCoverage(options, call)),
    );
}

function diffCommand(call: Call): Command {
  const words = {
    zh: '两份文件（或两稿）逐条比较：文字，以及金额、条件、目标',
    en: 'compare two documents or versions clause by clause: words, and amounts, conditions, targets',
  };
  const showWords = { zh: '列出改写的条款逐词怎样改', en: 'show reworded clauses word by word' };
  return withContent(declare('diff', words, call), call)
    .argument('<earlier>', call.language === 'zh' ? '前一份的编号' : 'id of the earlier one')
    .argument('<later>', call.language === 'zh' ? '后一份的编号' : 'id of the later one')
    .addOption(option('--words', showWords, call))
    .action(async (earlier: string, later: string, options: DiffOptions) =>
      call.finish(
        await (await import('./commands/diff.ts')).runDiff(earlier, later, options, call),
      ),
    );
}

function importCommand(call: Call): Command {
  const words = {
    zh: '导入文件（docx、pdf、html、txt）：分开、认出标题文号日期条款、查重，写出待编码的政策文件',
    en: 'import documents (docx, pdf, html, txt): separate, recognise, find duplicates, write policy files to begin with',
  };
  const files = {
    zh: '要导入的文件，可写多个；- 为标准输入',
    en: 'files to import; - for standard input',
  };
  const out = {
    zh: '写到这个文件夹：原文 *.txt，政策文件 documents/*.policy.md；不写则只显示',
    en: 'write into this folder: the text as *.txt, policy files as documents/*.policy.md; only show without it',
  };
  const force = { zh: '覆盖已有的文件', en: 'overwrite files that are there' };
  return withContent(declare('import', words, call), call)
    .argument('<file...>', files[call.language])
    .addOption(option('--out <dir>', out, call))
    .addOption(option('--force', force, call))
    .action(async (paths: readonly string[], options: ImportOptions) =>
      call.finish(await (await import('./commands/import.ts')).runImport(paths, options, call)),
    );
}

/** `--threads` and `--memory`, for what runs over many enterprises. */
function withMachine(command: Command, call: Call): Command {
  const threads = { zh: '用几个线程', en: 'threads to use' };
  const memory = { zh: '内存上限，如 2GB（默认）', en: 'memory limit, such as 2GB (default)' };
  return command
    .addOption(option('--threads <n>', threads, call).argParser(wholeNumber(1, 256, call)))
    .addOption(option('--memory <size>', memory, call));
}

const baseYearAlone = {
  zh: '--base-year 只和 --facts 一起用：合成的企业每个数都有年份',
  en: '--base-year goes with --facts alone: the figures of synthetic enterprises all have a year',
};

function populationCommand(call: Call): Command {
  const words = {
    zh: '生成一座合成城市（全部虚构）：企业、人员、项目、兑付，写成 Parquet',
    en: 'make a synthetic city (all invented): enterprises, persons, projects, payments, as Parquet',
  };
  const size = { zh: '多少家企业', en: 'how many enterprises' };
  const seed = { zh: '种子：同一种子得同样的数据', en: 'seed: the same one gives the same rows' };
  const out = { zh: '写到这个文件夹', en: 'folder to write to' };
  const profile = {
    zh: '总体的参数，默认为内容文件夹里的 population/profile.yaml',
    en: 'profile of the population; population/profile.yaml of the content by default',
  };
  const facts = {
    zh: '不生成，而把这些事实文件（每家企业一个，文件名为编号）写成企业表',
    en: 'make none; write these facts files (one an enterprise, named by its id) as tables instead',
  };
  const baseYear = {
    zh: '事实文件里没写年份的数是哪一年的，默认去年',
    en: 'year of figures that a facts file states without one; last year by default',
  };
  const command = withContent(declare('population', words, call), call)
    .addOption(
      option('--size <n>', size, call)
        .argParser(wholeNumber(1, 10_000_000, call))
        .default(100_000),
    )
    .addOption(option('--seed <text>', seed, call).default('1'))
    .addOption(option('--out <dir>', out, call).makeOptionMandatory())
    .addOption(option('--profile <file>', profile, call))
    .addOption(
      option('--facts <file...>', facts, call).conflicts(['size', 'seed', 'profile', 'threads']),
    )
    .addOption(option('--base-year <n>', baseYear, call).argParser(wholeNumber(1900, 2200, call)));
  return withMachine(command, call).action(
    async ({ facts: files, ...options }: PopulationOptions & Partial<StatedPopulationOptions>) => {
      if (files !== undefined) {
        const { runStatedPopulation } = await import('./commands/population-of-facts.ts');
        return call.finish(await runStatedPopulation({ ...options, facts: files }, call));
      }
      if (options.baseYear !== undefined) return call.finish(inputFault(baseYearAlone));
      return call.finish(
        await (await import('./commands/population.ts')).runPopulation(options, call),
      );
    },
  );
}

function compileCommand(call: Call): Command {
  const words = {
    zh: '把规则写成 SQL：DuckDB、PostgreSQL、ClickHouse，带注释，可逐条审阅',
    en: 'write the rules as SQL for DuckDB, PostgreSQL or ClickHouse, with comments to review them by',
  };
  const dialect = { zh: '哪一种数据库', en: 'which database' };
  const measure = {
    zh: '只写这项措施（编号或名称），默认全部在效措施',
    en: 'only this measure (id or name); all in force by default',
  };
  const date = {
    zh: '截至哪一天（YYYY-MM-DD），默认今天',
    en: 'date of the answers (YYYY-MM-DD); today by default',
  };
  const population = {
    zh: '企业数据的文件夹：没有的列按未知写；不写则视为各列都有',
    en: 'folder of a population: columns it lacks are unknown; without it all are taken to be there',
  };
  return withContent(declare('compile', words, call), call)
    .addOption(
      option('--dialect <name>', dialect, call)
        .choices(['duckdb', 'postgres', 'clickhouse'])
        .makeOptionMandatory(),
    )
    .addOption(option('--measure <id>', measure, call))
    .addOption(option('--date <date>', date, call))
    .addOption(option('--population <dir>', population, call))
    .action(async (options: CompileOptions) =>
      call.finish(await (await import('./commands/compile.ts')).runCompile(options, call)),
    );
}

function batchCommand(call: Call): Command {
  const words = {
    zh: '全市一次算清：每家企业、每项措施，谁可得、多少、缺哪一件事实',
    en: 'a whole city at once: who is entitled to what, how much, and who lacks one fact',
  };
  const population = {
    zh: '企业的数据：Parquet 或 CSV 的文件夹（luodi population 可生成），或 postgres:// 地址',
    en: 'folder of Parquet or CSV tables (luodi population makes one), or a postgres:// address',
  };
  const out = {
    zh: '结果写到这个文件夹；中断后同一命令接着做',
    en: 'folder for the results; stopped, the same command goes on',
  };
  const date = {
    zh: '截至哪一天（YYYY-MM-DD），默认今天',
    en: 'date of the answers (YYYY-MM-DD); today by default',
  };
  const payments = {
    zh: '兑付记录（Parquet 或 CSV），列出应享未享、违规享受',
    en: 'payments made (Parquet or CSV): lists who was not paid, and who was not entitled',
  };
  const clickhouse = {
    zh: 'ClickHouse 集群各分片的地址，用逗号隔开；企业的表已在各分片上，结果留在那里',
    en: 'addresses of the shards of a ClickHouse cluster, with commas; tables are there, results stay there',
  };
  const replace = {
    zh: '集群上别的日期或版本留下的结果，删掉重来',
    en: 'remove what another date or version left on the cluster',
  };
  const chunk = { zh: '一次算多少家，默认 500000', en: 'enterprises at a time; 500000 by default' };
  const command = withContent(declare('batch', words, call), call)
    .addOption(option('--population <dir>', population, call))
    .addOption(option('--out <dir>', out, call))
    .addOption(option('--clickhouse <urls>', clickhouse, call))
    .addOption(option('--replace', replace, call))
    .addOption(option('--date <date>', date, call))
    .addOption(option('--payments <file>', payments, call))
    .addOption(option('--chunk <n>', chunk, call).argParser(wholeNumber(1, 10_000_000, call)));
  return withMachine(command, call).action(async (options: BatchCommandOptions) =>
    call.finish(await (await import('./commands/batch.ts')).runBatchCommand(options, call)),
  );
}

function simulateCommand(call: Call): Command {
  const words = {
    zh: '推演：改一个门槛、比例、封顶、有效期或叠加，或换一稿，要多花多少，谁得谁失',
    en: 'simulate: what another threshold, rate, cap, validity, stacking or draft would cost, and who gains',
  };
  const set = {
    zh: '措施:参数=值，参数写编号或现在的值（如 5%=6%）；可写多次',
    en: 'MEASURE:PARAM=VALUE, the parameter by id or present value; may be given several times',
  };
  const population = {
    zh: '企业表的文件夹（Parquet 或 CSV）；不写则生成合成的',
    en: 'folder of the population (Parquet or CSV); a synthetic one is made without it',
  };
  const size = { zh: '合成多少家', en: 'how many synthetic enterprises' };
  const seed = { zh: '合成的种子', en: 'seed of the synthetic city' };
  const document = { zh: '要比较的文件（编号）', en: 'document to compare (its id)' };
  const draft = {
    zh: '推演一份不在内容里的草案（.policy.md）；不写 --against 就比同编号的那份，没有就全算新增',
    en: 'simulate a draft that is not in the content (.policy.md); without --against it replaces the document of its id, or none',
  };
  const against = {
    zh: '与哪一份比（编号），如征求意见稿',
    en: 'document to compare it with, e.g. a draft',
  };
  const date = { zh: '哪一天（YYYY-MM-DD），默认今天', en: 'date (YYYY-MM-DD); today by default' };
  const budget = { zh: '一年的预算，如 5亿元', en: 'a year’s budget, e.g. 5亿元' };
  const marginal = { zh: '每个参数动一步差多少', en: 'what a step of every parameter costs' };
  return withContent(declare('simulate', words, call), call)
    .addOption(
      option('--set <change>', set, call).argParser(
        (text: string, before: readonly string[] | undefined) => [...(before ?? []), text],
      ),
    )
    .addOption(option('--document <id>', document, call))
    .addOption(option('--draft <file>', draft, call))
    .addOption(option('--against <id>', against, call))
    .addOption(option('--population <dir>', population, call))
    .addOption(
      option('--size <n>', size, call)
        .argParser(wholeNumber(1000, 10_000_000, call))
        .default(100_000),
    )
    .addOption(option('--seed <seed>', seed, call).default('1'))
    .addOption(option('--date <date>', date, call))
    .addOption(option('--budget <sum>', budget, call))
    .addOption(option('--marginal', marginal, call))
    .action(async (options: SimulateOptions) =>
      call.finish(await (await import('./commands/simulate.ts')).runSimulate(options, call)),
    );
}

function serveCommand(call: Call): Command {
  const words = { zh: '启动网页和接口', en: 'start the web application and the API' };
  const port = {
    zh: '端口，默认 8080 或其后第一个空闲的',
    en: 'port; 8080 or the next free one by default',
  };
  const host = { zh: '监听的地址', en: 'address to listen on' };
  return declare('serve', words, call)
    .addOption(option('--port <port>', port, call).argParser(wholeNumber(1, 65_535, call)))
    .addOption(option('--host <host>', host, call).default('127.0.0.1'))
    .addOption(contentOption(call))
    .action(async (options: ServeOptions) =>
      call.finish(await (await import('./commands/serve.ts')).runServe(options)),
    );
}

/** Every command, in the order of the help. A new one is declared here and runs from a file in `commands/`. */
export function commandList(call: Call): readonly Command[] {
  return [
    checkCommand(call),
    factsCommand(call),
    matchCommand(call),
    explainCommand(call),
    askCommand(call),
    citeCommand(call),
    coverageCommand(call),
    diffCommand(call),
    importCommand(call),
    compileCommand(call),
    populationCommand(call),
    batchCommand(call),
    simulateCommand(call),
    verifyCommand(call),
    serveCommand(call),
  ];
}
