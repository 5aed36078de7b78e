import type { RunFault } from '../run/run-fault.ts';
import type { RunLabel } from './run-shard.ts';
import type { ShardFailure } from './shard.ts';

export const cancelled: RunFault = {
  code: 'cancelled',
  place: 'ClickHouse',
  message: { zh: '已停止', en: 'stopped' },
  hint: {
    zh: '做完的部分留在各分片上，同一命令接着做',
    en: 'what is done stays on the shards, the same command goes on from there',
  },
};

/** A shard that went away or refused; `done` is `undefined` where the run had not begun. */
export function shardStopped(
  failure: ShardFailure,
  done: number | undefined,
  parts: number,
): RunFault {
  const what = failure.unreachable
    ? { zh: '连不上或中途断开', en: 'cannot be reached, or went away' }
    : { zh: '报错', en: 'refused' };
  const progress =
    done === undefined
      ? { zh: '还没有开始', en: 'nothing was begun' }
      : { zh: `${parts} 部分里做完 ${done}`, en: `${done} of ${parts} parts are done` };
  return {
    code: 'database',
    place: failure.shard,
    message: {
      zh: `分片${what.zh}（${failure.message}）；${progress.zh}`,
      en: `the shard ${what.en} (${failure.message}); ${progress.en}`,
    },
    hint: {
      zh: '恢复这个分片后再运行同一命令：做完的不重做，没做完的部分先清掉再做',
      en: 'bring the shard back and run the same command: what is done is kept, what was cut short is dropped and done again',
    },
  };
}

/** Results of other rules, or of another date, are on the shard. */
export function otherRun(shard: string, { contentVersion, date }: RunLabel): RunFault {
  return {
    code: 'other_run',
    place: shard,
    message: {
      zh: `分片上有另一次运行的结果（${date}，内容版本 ${contentVersion}）`,
      en: `the results of another run are on the shard (${date}, content version ${contentVersion})`,
    },
    hint: {
      zh: '要换成这一次，请指明替换（命令行写 --replace），或删去 luodi_ 开头的表',
      en: 'ask to replace them (--replace on the command line), or drop the tables that begin with luodi_',
    },
  };
}
