import { text } from 'node:stream/consumers';
import type { Bilingual, Language } from '@luodi/evaluation';

/** Where a command reads and writes. Answers go to stdout, everything else to stderr. */
export interface Terminal {
  /** One piece of the answer, ended by a line break. */
  print(line: string): void;
  /** A message beside the answer: progress, warnings, faults. */
  note(line: string): void;
  readStandardInput(): Promise<string>;
}

/** What every command is told besides its options. */
export interface CommandContext {
  readonly language: Language;
  readonly terminal: Terminal;
}

/** The words of one language. */
export function say({ language }: CommandContext, words: Bilingual): string {
  return words[language];
}

export function processTerminal(): Terminal {
  // A reader that closes the pipe early (`luodi facts | head`) is no fault of anybody.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    print: (line) => void process.stdout.write(`${line}\n`),
    note: (line) => void process.stderr.write(`${line}\n`),
    readStandardInput: () => text(process.stdin),
  };
}
