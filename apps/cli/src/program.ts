import { CommanderError } from 'commander';
import type { Command } from 'commander';
import type { Bilingual, Language } from '@luodi/evaluation';
import type { Call } from './call.ts';
import { commandList } from './command-list.ts';
import { styledHelp } from './help.ts';
import { declare } from './option.ts';
import type { CommandOutcome, ExitCode } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { usageFault } from './usage-fault.ts';

/** A command with all that stand below it. */
function withParts(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withParts)];
}

function programFor(call: Call): Command {
  const { language, terminal } = call;
  const program = declare(
    'luodi',
    { zh: '落地：把政策文件当作规则来运行', en: 'Luodi: policy documents run as rules' },
    call,
  );
  for (const command of commandList(call)) program.addCommand(command);
  for (const command of withParts(program))
    styledHelp(command, language)
      .exitOverride()
      .configureOutput({
        writeOut: (text) => terminal.print(text.trimEnd()),
        writeErr: (text) => terminal.note(text.trimEnd()),
        // Faults are reported in one line by `run`.
        outputError: () => undefined,
      });
  return program.helpCommand(false);
}

/** The language must be known before the options are read, since their help and faults speak it. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.lastIndexOf('--lang');
  return argv.includes('--lang=en') || (at >= 0 && argv[at + 1] === 'en') ? 'en' : 'zh';
}

/** What a fault is about: the command called, or the program where none was. */
function commandCalled(command: Command, [name, ...rest]: readonly string[]): Command {
  const part = command.commands.find((each) => each.name() === name);
  return part === undefined ? command : commandCalled(part, rest);
}

function exitCodeOf(outcome: CommandOutcome, fault: (message: Bilingual) => void): ExitCode {
  switch (outcome.kind) {
    case 'done':
      return 0;
    case 'no':
      return 1;
    case 'input_fault':
      fault(outcome.message);
      return 2;
    case 'fault_reported':
      return 2;
  }
}

/** Runs one command line. Resolves to the exit code; faults in the call or its input are one line on stderr. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const language = languageOf(argv);
  let outcome: CommandOutcome | undefined;
  const call: Call = { language, terminal, finish: (ended) => void (outcome = ended) };
  const program = programFor(call);
  const fault = (message: Bilingual) => terminal.note(`luodi: ${message[language]}`);
  if (argv.length === 0) {
    program.outputHelp({ error: true });
    return 2;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    // The help was shown, since what is to be done was left out.
    if (error.code === 'commander.help') return 2;
    fault(usageFault(error, commandCalled(program, argv), argv));
    return 2;
  }
  return outcome === undefined ? 0 : exitCodeOf(outcome, fault);
}
