import type { Command } from 'commander';
import type { Call } from './call.ts';
import type { VerifyJournalOptions } from './commands/verify-journal.ts';
import type { VerifyDecisionOptions } from './commands/verify-decision.ts';
import { declare, option, withContent } from './option.ts';

function verifyJournalCommand(call: Call): Command {
  const description = {
    zh: '核对日志：有没有改过、缺失或调换过的条目',
    en: 'the journal: whether an entry was altered, removed or moved',
  };
  const data = {
    zh: '数据文件夹，默认为仓库里的 data；服务器须先停下',
    en: 'data folder; data of the repository by default. The server has to be stopped first',
  };
  const database = {
    zh: 'PostgreSQL 服务器的地址，代替数据文件夹',
    en: 'URL of a PostgreSQL server instead of a data folder',
  };
  const head = {
    zh: '以前留存的摘要（见 /api/journal/heads），须仍在日志里',
    en: 'a hash that was kept earlier (see /api/journal/heads) and must still be there',
  };
  const json = {
    zh: '只在标准输出上输出一个 JSON 文档',
    en: 'print one JSON document to stdout and nothing else',
  };
  return declare('journal', description, call)
    .addOption(option('--data <dir>', data, call))
    .addOption(option('--database <url>', database, call))
    .addOption(option('--head <hash>', head, call))
    .addOption(option('--json', json, call))
    .action(async (options: VerifyJournalOptions) =>
      call.finish(
        await (await import('./commands/verify-journal.ts')).runVerifyJournal(options, call),
      ),
    );
}

function verifyDecisionCommand(call: Call): Command {
  const description = {
    zh: '核对决定：按文件里的事实和那一版规则重算；可写多个文件，或放决定文件的文件夹',
    en: 'decisions: reached again from the facts in their files and the rules of their version; files, or folders of them',
  };
  const paths = { zh: '决定文件或文件夹', en: 'decision files or folders of them' };
  return withContent(declare('decision', description, call), call)
    .argument('<path...>', paths[call.language])
    .action(async (files: readonly string[], options: VerifyDecisionOptions) =>
      call.finish(
        await (await import('./commands/verify-decision.ts')).runVerifyDecision(
          files,
          options,
          call,
        ),
      ),
    );
}

/** `luodi verify`: what can be recomputed by somebody who does not trust the operator. */
export function verifyCommand(call: Call): Command {
  const words = { zh: '自行核对：日志、决定', en: 'verify for yourself: the journal, a decision' };
  return declare('verify', words, call)
    .addCommand(verifyJournalCommand(call))
    .addCommand(verifyDecisionCommand(call))
    .helpCommand(false);
}
