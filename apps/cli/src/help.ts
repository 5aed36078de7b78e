import type { Command } from 'commander';
import type { Language } from '@luodi/evaluation';

const titlesZh: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns that a text takes in a terminal: Chinese characters and full-width signs take two. */
function columns(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}

/** Help with titles in the language and columns that line up beside Chinese words. */
export function styledHelp(command: Command, language: Language): Command {
  return command.configureHelp({
    displayWidth: columns,
    styleTitle: (title) => (language === 'zh' ? (titlesZh[title] ?? title) : title),
  });
}
