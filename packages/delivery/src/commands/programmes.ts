import { z } from 'zod';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { runCommand } from '@luodi/platform';
import type { CommandFault } from '@luodi/platform';
import type { Asked, DeliveryContext } from '../context.ts';
import { checkProgramme } from '../domain/programme.ts';
import type { ProgrammeDraft, ProgrammeFault } from '../domain/programme.ts';
import {
  findProgramme,
  insertDraft,
  replaceDraft,
  setProgrammeState,
} from '../store/programmes.ts';

export type ProgrammeRefusal =
  | CommandFault
  | { readonly code: 'measure_unknown' }
  | { readonly code: 'programme_unknown' }
  /** The id is taken by a programme that is no draft of this office any more. */
  | { readonly code: 'programme_taken' }
  | { readonly code: 'not_your_programme' }
  | { readonly code: 'programme_state'; readonly state: string }
  | { readonly code: 'programme_unsound'; readonly faults: readonly ProgrammeFault[] };

const outcomeSchema = z.strictObject({ programme: z.string() });
type Outcome = z.infer<typeof outcomeSchema>;
const parse = (data: unknown): Outcome => outcomeSchema.parse(data);

function entryOf(action: string, programme: string, detail: Readonly<Record<string, unknown>>) {
  return { action, subject: programme, reason: '', detail };
}

/**
 * Keeps a round of a measure as a draft of the actor's office, made or changed. It may still depart from the rule: only
 * publishing asks for more.
 *
 * @param contentVersion The rules that it is configured by: those in force now.
 */
export async function saveProgramme(
  context: DeliveryContext,
  { key, actor, at }: Asked,
  draft: ProgrammeDraft,
  contentVersion: string,
): Promise<Result<Outcome, ProgrammeRefusal>> {
  const evaluator = await context.rulesOf(contentVersion, context.queries);
  const measure = evaluator.content.measures.get(draft.measure);
  if (measure === undefined) return fail({ code: 'measure_unknown' });
  const origin = { matter: measure.matter, contentVersion, owner: actor.organisation, at };
  return runCommand<Outcome, ProgrammeRefusal>(
    context.queries,
    { key, name: 'programme.save', actor, input: { draft, contentVersion }, at },
    async (transaction) => {
      const present = await findProgramme(transaction, draft.id, 'lock');
      if (present === undefined) {
        const added = await insertDraft(transaction, draft, origin);
        if (!added) return fail({ code: 'programme_taken' });
      } else {
        if (present.owner !== actor.organisation) return fail({ code: 'programme_taken' });
        if (present.state !== 'draft')
          return fail({ code: 'programme_state', state: present.state });
        await replaceDraft(transaction, draft, origin);
      }
      const entry = entryOf('programme.saved', draft.id, { ...draft, contentVersion });
      return ok({ outcome: { programme: draft.id }, entry });
    },
    parse,
  );
}

/** Publishes a draft: from here on it is frozen with the rules that it was configured by. Refused where it departs from its rule. */
export async function publishProgramme(
  context: DeliveryContext,
  { key, actor, at }: Asked,
  programme: string,
): Promise<Result<Outcome, ProgrammeRefusal>> {
  return runCommand<Outcome, ProgrammeRefusal>(
    context.queries,
    { key, name: 'programme.publish', actor, input: { programme }, at },
    async (transaction) => {
      const draft = await findProgramme(transaction, programme, 'lock');
      if (draft === undefined) return fail({ code: 'programme_unknown' });
      if (draft.owner !== actor.organisation) return fail({ code: 'not_your_programme' });
      if (draft.state !== 'draft') return fail({ code: 'programme_state', state: draft.state });
      const { content } = await context.rulesOf(draft.contentVersion, transaction);
      const measure = content.measures.get(draft.measure);
      if (measure === undefined) return fail({ code: 'measure_unknown' });
      const faults = checkProgramme({ ...draft, route: [...draft.route] }, measure);
      if (faults.length > 0) return fail({ code: 'programme_unsound', faults });
      await setProgrammeState(transaction, programme, 'published', at);
      const { contentVersion } = draft;
      const entry = entryOf('programme.published', programme, { contentVersion });
      return ok({ outcome: { programme }, entry });
    },
    parse,
  );
}

/** Closes a published programme to new cases; those under way go on. */
export async function closeProgramme(
  context: DeliveryContext,
  { key, actor, at }: Asked,
  programme: string,
  reason: string,
): Promise<Result<Outcome, ProgrammeRefusal>> {
  return runCommand<Outcome, ProgrammeRefusal>(
    context.queries,
    { key, name: 'programme.close', actor, input: { programme, reason }, at },
    async (transaction) => {
      const present = await findProgramme(transaction, programme, 'lock');
      if (present === undefined) return fail({ code: 'programme_unknown' });
      if (present.owner !== actor.organisation) return fail({ code: 'not_your_programme' });
      if (present.state !== 'published')
        return fail({ code: 'programme_state', state: present.state });
      await setProgrammeState(transaction, programme, 'closed', at);
      const entry = { ...entryOf('programme.closed', programme, {}), reason };
      return ok({ outcome: { programme }, entry });
    },
    parse,
  );
}
