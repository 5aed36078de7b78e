import type { CommanderError } from 'commander';
import type { Bilingual } from '@luodi/evaluation';

function quoted(message: string): readonly string[] {
  return [...message.matchAll(/'([^']*)'/g)].map(([, inner = '']) => inner);
}

function near(message: string): string | undefined {
  return /\(Did you mean (?:one of )?([^?)]+)\?\)/.exec(message)?.[1];
}

function problem({ code, message }: CommanderError): Bilingual {
  const [first = '', second = ''] = quoted(message);
  switch (code) {
    case 'commander.unknownOption':
      return { zh: `没有选项 ${first}`, en: `unknown option ${first}` };
    case 'commander.unknownCommand':
      return { zh: `没有命令 ${first}`, en: `unknown command ${first}` };
    case 'commander.missingMandatoryOptionValue':
      return { zh: `缺少选项 ${first}`, en: `option ${first} is required` };
    case 'commander.optionMissingArgument':
      return { zh: `选项 ${first} 后面缺少值`, en: `option ${first} needs a value` };
    case 'commander.excessArguments':
      return { zh: `${first} 后面有多余的词`, en: `too many words after ${first}` };
    case 'commander.invalidArgument': {
      const choices = /Allowed choices are ([^.]+)\./.exec(message)?.[1];
      const [, why] = message.split(/is invalid\. /);
      return choices === undefined
        ? {
            zh: `${first} 的值 ${second} 不对：${why ?? ''}`,
            en: `${first}: bad value ${second}: ${why ?? ''}`,
          }
        : {
            zh: `${first} 的值 ${second} 不对，可写 ${choices}`,
            en: `${first}: bad value ${second}, expected ${choices}`,
          };
    }
    default: {
      const plain = message.replace(/^error: /, '').replaceAll('\n', ' ');
      return { zh: plain, en: plain };
    }
  }
}

/** A fault in how the command was called, as one line: what, where, how to mend it. `command` is what was called, e.g. `luodi match`. */
export function usageFault(error: CommanderError, command: string): Bilingual {
  const said = problem(error);
  const guess = near(error.message);
  return {
    zh: `${said.zh}；${guess === undefined ? '' : `是不是 ${guess}？`}用法见 ${command} --help`,
    en: `${said.en}; ${guess === undefined ? '' : `did you mean ${guess}? `}see ${command} --help`,
  };
}
