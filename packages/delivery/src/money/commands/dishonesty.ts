import { fail, ok } from '@luodi/kernel';
import { z } from 'zod';
import { moneyCommand } from './money-command.ts';

const listed = z.object({ listing: z.string() });

/** Puts an enterprise on the list of the dishonest: no later round pays it until the day stated, or until it is lifted. */
export const listDishonest = moneyCommand<
  {
    readonly listing: string;
    readonly enterprise: string;
    /** Days, YYYY-MM-DD; without `until`: until it is lifted. */
    readonly since: string;
    readonly until: string | undefined;
    readonly reason: string;
    readonly clause: string;
    readonly case: string | undefined;
  },
  z.infer<typeof listed>,
  { readonly code: 'listing_exists' }
>(
  { name: 'list_dishonest', outcome: listed, handles: ({ enterprise }) => enterprise },
  async (transaction, { input, at }) => {
    const { listing, enterprise, since, until, reason, clause } = input;
    const added = await transaction
      .insertInto('dishonesty')
      .values({
        id: listing,
        enterprise,
        since,
        until: until ?? null,
        reason,
        clause,
        delivery_case: input.case ?? null,
        at,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added === undefined) return fail({ code: 'listing_exists' });
    const detail = { listing, since, until: until ?? null, clause };
    return ok({
      outcome: { listing },
      entry: { action: 'list_dishonest', subject: enterprise, reason, detail },
    });
  },
);

/** Takes an enterprise off the list before its day. */
export const liftDishonesty = moneyCommand<
  { readonly listing: string; readonly enterprise: string; readonly words: string },
  z.infer<typeof listed>,
  { readonly code: 'listing_unknown' }
>(
  { name: 'lift_dishonesty', outcome: listed, handles: ({ enterprise }) => enterprise },
  async (transaction, { input, at }) => {
    const { listing, enterprise, words } = input;
    const lifted = await transaction
      .updateTable('dishonesty')
      .set({ lifted_at: at })
      .where('id', '=', listing)
      .where('enterprise', '=', enterprise)
      .where('lifted_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (lifted === undefined) return fail({ code: 'listing_unknown' });
    const entry = {
      action: 'lift_dishonesty',
      subject: enterprise,
      reason: words,
      detail: { listing },
    };
    return ok({ outcome: { listing }, entry });
  },
);
