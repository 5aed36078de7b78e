import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { runCommand } from '@luodi/platform';
import type { CommandFault } from '@luodi/platform';
import { z } from 'zod';
import type { FactAsked, FactContext } from '../context.ts';
import { decisionsOn, importsOver, takeBackImport } from '../store/fact-imports.ts';
import { lockFacts } from '../store/fact-lock.ts';
import { sourceFault } from './prepare-import.ts';
import type { SourceFault } from './prepare-import.ts';

const outcomeSchema = z.object({ id: z.string(), withdrawn: z.number(), restored: z.number() });
/** How many values were withdrawn, and how many earlier ones stand again. */
export type UndoneImport = Readonly<z.infer<typeof outcomeSchema>>;

/** As many decisions as are named. */
const mostNamed = 20;

export type UndoFault =
  | CommandFault
  | SourceFault
  | { readonly code: 'unknown_import'; readonly id: string }
  | { readonly code: 'undone_already'; readonly id: string }
  /** Later imports took the place of some of its values: they are to be undone first. */
  | { readonly code: 'replaced_since'; readonly imports: readonly string[] }
  /**
   * Decisions rest on its values. They stand as they were made; wrong values are put right by importing the right ones, and
   * what that changes in past decisions is a case of its own.
   */
  | { readonly code: 'decided_on'; readonly decisions: readonly string[] };

/** Takes a whole import back: its values are withdrawn, and those that they had replaced stand again. */
export async function undoImport(
  { queries, rules }: FactContext,
  { key, actor, at, input }: FactAsked<{ readonly id: string; readonly reason: string }>,
): Promise<Result<UndoneImport, UndoFault>> {
  const { id, reason } = input;
  return runCommand<UndoneImport, UndoFault>(
    queries,
    { key, actor, at, name: 'undo_import', input: { id, reason } },
    async (transaction) => {
      await lockFacts(transaction);
      const found = await transaction
        .selectFrom('fact_import')
        .select(['source', 'undone_at', 'file_name'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (found === undefined) return fail({ code: 'unknown_import', id });
      const fault = sourceFault(rules, found.source, actor);
      if (fault !== undefined) return fail(fault);
      if (found.undone_at !== null) return fail({ code: 'undone_already', id });
      const imports = await importsOver(transaction, id);
      if (imports.length > 0) return fail({ code: 'replaced_since', imports });
      const decisions = await decisionsOn(transaction, id, mostNamed);
      if (decisions.length > 0) return fail({ code: 'decided_on', decisions });
      const counts = await takeBackImport(transaction, id, at, actor.user);
      return ok({
        outcome: { id, ...counts },
        entry: {
          action: 'undo_import',
          subject: `fact-import:${id}`,
          reason,
          detail: { fileName: found.file_name, ...counts },
        },
      });
    },
    (outcome) => outcomeSchema.parse(outcome),
  );
}
