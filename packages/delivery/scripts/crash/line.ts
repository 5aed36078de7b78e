import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { commandSchema } from './deed.ts';
import type { Command } from './deed.ts';

/** What a process says, one JSON document a line, while it works. */
export const lineSchema = z.union([
  /** What it found wrong before it began. */
  z.strictObject({ damage: z.array(z.string()) }),
  /** It is about to do this. */
  z.strictObject({ given: commandSchema }),
  /** The command was answered; who asked has seen this. */
  z.strictObject({ answered: z.string(), outcome: z.string() }),
  /** The command was refused, with this code. */
  z.strictObject({ refused: z.string(), code: z.string() }),
  /** How things stand: so many of each. */
  z.strictObject({ tally: z.record(z.string(), z.number()) }),
]);
export type Line = z.infer<typeof lineSchema>;

/** A line as text; sums as digits. */
export function textOf(line: Line): string {
  return JSON.stringify(line, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

/** A command that was answered, with the answer. */
export interface Acknowledged {
  readonly command: Command;
  readonly outcome: string;
}

/** What earlier processes said before they were killed. */
export interface Spoken {
  readonly acknowledged: readonly Acknowledged[];
  /** Given, and then the process was killed: nobody knows whether it was done. */
  readonly unanswered: readonly Command[];
}

export function readRecord(path: string): Spoken {
  const given = new Map<string, Command>();
  const acknowledged: Acknowledged[] = [];
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    if (text === '') continue;
    const line = lineSchema.parse(JSON.parse(text));
    if ('given' in line) given.set(line.given.key, line.given);
    if ('refused' in line) given.delete(line.refused);
    if ('answered' in line) {
      const command = given.get(line.answered);
      if (command !== undefined) acknowledged.push({ command, outcome: line.outcome });
    }
  }
  for (const { command } of acknowledged) given.delete(command.key);
  return { acknowledged, unanswered: [...given.values()] };
}
