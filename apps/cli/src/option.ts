import { Command, InvalidArgumentError, Option } from 'commander';
import type { Bilingual, Language } from '@luodi/evaluation';
import type { CommandContext } from './terminal.ts';

const languages = ['zh', 'en'] as const satisfies readonly Language[];

type Spoken = Pick<CommandContext, 'language'>;

/** An option described in the language of the call. */
export function option(flags: string, words: Bilingual, { language }: Spoken): Option {
  return new Option(flags, words[language]);
}

/** `--content` alone. */
export function contentOption(spoken: Spoken): Option {
  const words = {
    zh: '内容文件夹，默认为仓库里的 content/hangzhou',
    en: 'content folder; content/hangzhou of the repository by default',
  };
  return option('--content <dir>', words, spoken);
}

/** `--content` and `--json`, for every command that reads the rules. */
export function withContent(command: Command, spoken: Spoken): Command {
  const json = {
    zh: '只在标准输出上输出一个 JSON 文档',
    en: 'print one JSON document to stdout and nothing else',
  };
  return command.addOption(contentOption(spoken)).addOption(option('--json', json, spoken));
}

/** `--document`, any number of times. */
export function documentOption(spoken: Spoken): Option {
  const words = {
    zh: '只看这份文件（编号），可写多次',
    en: 'only this document (its id); may be given several times',
  };
  return option('--document <id>', words, spoken).argParser(
    (id: string, before: readonly string[] | undefined) => [...(before ?? []), id],
  );
}

/** `--facts` and `--date` besides, for every command that answers an applicant. */
export function withApplicant(command: Command, spoken: Spoken): Command {
  command
    .addOption(
      option(
        '--facts <file>',
        {
          zh: '企业的事实，JSON 或 YAML；- 为标准输入',
          en: 'facts of the applicant, JSON or YAML; - for standard input',
        },
        spoken,
      ).makeOptionMandatory(),
    )
    .addOption(
      option(
        '--date <date>',
        {
          zh: '截至哪一天（YYYY-MM-DD），默认今天',
          en: 'date of the answer (YYYY-MM-DD); today by default',
        },
        spoken,
      ),
    );
  return withContent(command, spoken);
}

/** Reads a whole number between two ends, both included. */
export function wholeNumber(from: number, to: number, { language }: Spoken) {
  return (text: string): number => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= from && value <= to) return value;
    throw new InvalidArgumentError(
      language === 'zh'
        ? `应为 ${from} 至 ${to} 的整数`
        : `expected a whole number from ${from} to ${to}`,
    );
  };
}

/** A command whose help is in one language and which names its language option. */
export function declare(name: string, description: Bilingual, spoken: Spoken): Command {
  const { language } = spoken;
  return new Command(name)
    .description(description[language])
    .addOption(
      option('--lang <lang>', { zh: '输出的语言', en: 'language of the output' }, spoken)
        .choices(languages)
        .default('zh'),
    )
    .helpOption('-h, --help', language === 'zh' ? '显示用法' : 'show how to use it');
}
