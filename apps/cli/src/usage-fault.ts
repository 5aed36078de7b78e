import type { Command, CommanderError } from 'commander';
import { nearName } from '@luodi/kernel';
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
    case 'commander.missingArgument':
      return { zh: `缺少参数 ${first}`, en: `argument ${first} is missing` };
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

function path(command: Command): string {
  return command.parent === null ? command.name() : `${path(command.parent)} ${command.name()}`;
}

/** A misspelt option makes commander miss the right one first; what the person wrote is the better place to point at. */
function misspelt(command: Command, argv: readonly string[]): Bilingual | undefined {
  const known = command.options.flatMap(({ long }) => long ?? []);
  const written = argv
    .filter((word) => word.startsWith('--'))
    .map((word) => word.replace(/=.*$/, ''))
    .find((word) => !known.includes(word));
  if (written === undefined) return undefined;
  const guess = nearName(written, known);
  return {
    zh: `没有选项 ${written}；${guess === undefined ? '' : `是不是 ${guess}？`}`,
    en: `unknown option ${written}; ${guess === undefined ? '' : `did you mean ${guess}? `}`,
  };
}

/** A fault in how a command was called, as one line: what, where, how to mend it. */
export function usageFault(
  error: CommanderError,
  command: Command,
  argv: readonly string[],
): Bilingual {
  const optional = ['commander.missingMandatoryOptionValue', 'commander.unknownOption'];
  const wrong = optional.includes(error.code) ? misspelt(command, argv) : undefined;
  const said = problem(error);
  const guess = near(error.message);
  const { zh, en } = wrong ?? {
    zh: `${said.zh}；${guess === undefined ? '' : `是不是 ${guess}？`}`,
    en: `${said.en}; ${guess === undefined ? '' : `did you mean ${guess}? `}`,
  };
  return { zh: `${zh}用法见 ${path(command)} --help`, en: `${en}see ${path(command)} --help` };
}
