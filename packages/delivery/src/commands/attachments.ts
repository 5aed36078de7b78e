import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { readAs, runCommand } from '@luodi/platform';
import type { Actor, CommandFault } from '@luodi/platform';
import type { Asked, DeliveryContext } from '../context.ts';
import { mediaTypeOf } from '../domain/media-type.ts';
import { takeCase } from '../store/cases.ts';

const outcomeSchema = z.strictObject({
  attachment: z.string(),
  name: z.string(),
  bytes: z.number(),
});
export type AttachmentOutcome = z.infer<typeof outcomeSchema>;

export type AttachmentFault =
  | CommandFault
  | { readonly code: 'case_unknown' }
  | { readonly code: 'not_your_case' }
  /** What the file is (by its first bytes, not its name) is not accepted. */
  | { readonly code: 'file_not_allowed' };

/** Keeps a paper of a case: PDF, picture, Word or Excel, told by its content. */
export async function attachPaper(
  { queries }: DeliveryContext,
  { key, actor, at }: Asked,
  id: string,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<AttachmentOutcome, AttachmentFault>> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined) return fail({ code: 'file_not_allowed' });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return runCommand<AttachmentOutcome, AttachmentFault>(
    queries,
    { key, name: 'case.attach', actor, input: { case: id, name, sha256 }, at },
    async (transaction) => {
      const hand = await takeCase(transaction, id);
      if (hand === undefined) return fail({ code: 'case_unknown' });
      if (hand.each.enterprise !== actor.organisation) return fail({ code: 'not_your_case' });
      // The same file of the same case is one attachment.
      const attachment = `${id}/${sha256.slice(0, 32)}`;
      await transaction
        .insertInto('attachment')
        .values({
          id: attachment,
          owner: actor.organisation,
          delivery_case: id,
          name,
          media_type: mediaType,
          bytes,
          sha256,
          at,
          brought_by: actor.user,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      const entry = { action: 'case.attach', subject: id, reason: name, detail: { sha256 } };
      return ok({ outcome: { attachment, name, bytes: bytes.length }, entry });
    },
    (data) => outcomeSchema.parse(data),
  );
}

/** A paper that was handed in. `undefined`: none that the actor may see. */
export async function findPaper(
  { queries }: DeliveryContext,
  actor: Actor,
  attachment: string,
): Promise<
  { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array } | undefined
> {
  return readAs(queries, actor, async (transaction) =>
    transaction
      .selectFrom('attachment')
      .select(['name', 'media_type as mediaType', 'bytes'])
      .where('id', '=', attachment)
      .executeTakeFirst(),
  );
}
