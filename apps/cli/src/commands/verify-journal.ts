import { join } from 'node:path';
import type { Bilingual } from '@luodi/evaluation';
import { inspectDatabase, verifyJournal } from '@luodi/platform';
import type { JournalBreak, JournalFinding } from '@luodi/platform';
import { answerIsNo, done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { repositoryRoot } from '../repository.ts';
import { say } from '../terminal.ts';
import type { CommandContext } from '../terminal.ts';

export interface VerifyJournalOptions {
  readonly data?: string;
  readonly database?: string;
  readonly head?: string;
  readonly json?: boolean;
}

type Words = (sequence: bigint) => Bilingual;

const words: Readonly<Record<JournalBreak['because'], Words>> = {
  gap: (sequence) => ({
    zh: `第 ${sequence} 条缺失`,
    en: `entry ${sequence} is missing`,
  }),
  link: (sequence) => ({
    zh: `第 ${sequence} 条接不上第 ${sequence - 1n} 条：次序被调换，或有一条是后来插入、替换的`,
    en: `entry ${sequence} does not follow entry ${sequence - 1n}: they were exchanged, or one was inserted or replaced`,
  }),
  hash: (sequence) => ({
    zh: `第 ${sequence} 条被改过`,
    en: `entry ${sequence} was altered`,
  }),
  head: (sequence) => ({
    zh: `第 ${sequence} 条与当日的日志摘要不符：到这里为止的日志是重写的`,
    en: `entry ${sequence} is not what the head of its day says: the journal up to here was written anew`,
  }),
  cut: (sequence) => ({
    zh: `从第 ${sequence} 条起缺失：留存的摘要不在日志里`,
    en: `entry ${sequence} and what came after it is missing: a hash that was kept is not in the journal`,
  }),
};

function findingWords(finding: JournalFinding): Bilingual {
  if (finding.kind === 'broken') return words[finding.because](finding.sequence);
  const { entries, heads, lastHash } = finding;
  return {
    zh: `日志完整：${entries} 条，核对了 ${heads} 个每日摘要；最后一条的摘要 ${lastHash}`,
    en: `the journal is whole: ${entries} entries, ${heads} daily heads compared; hash of the last ${lastHash}`,
  };
}

function findingJson(finding: JournalFinding): string {
  return JSON.stringify(
    finding.kind === 'whole'
      ? { whole: true, ...finding, kind: undefined }
      : { whole: false, sequence: Number(finding.sequence), because: finding.because },
    null,
    2,
  );
}

/** `luodi verify journal`: whether the journal is as it was written, or which entry first is not. */
export async function runVerifyJournal(
  { data, database: url, head, json = false }: VerifyJournalOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const { terminal } = context;
  if (data !== undefined && url !== undefined)
    return inputFault({
      zh: '--data 和 --database 只能写一个',
      en: 'give --data or --database, not both',
    });
  if (head !== undefined && !/^[0-9a-f]{64}$/u.test(head))
    return inputFault({
      zh: `--head ${head} 不是摘要；请照 /api/journal/heads 写 64 位十六进制数`,
      en: `--head ${head} is no hash; give the 64 hexadecimal digits of /api/journal/heads`,
    });
  const opened = await inspectDatabase(
    url === undefined
      ? { kind: 'folder', path: data ?? join(repositoryRoot, 'data') }
      : { kind: 'server', url },
  );
  if (!opened.ok) return inputFault(opened.error.message);
  const database = opened.value;
  try {
    const finding = await verifyJournal(database.queries, head);
    terminal.print(json ? findingJson(finding) : say(context, findingWords(finding)));
    return finding.kind === 'whole' ? done : answerIsNo;
  } finally {
    await database.close();
  }
}
