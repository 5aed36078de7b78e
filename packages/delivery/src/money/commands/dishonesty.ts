import { fail, ok } from '@luodi/kernel';
import { notify } from '@luodi/platform';
import { z } from 'zod';
import { personalNumberIn } from '../domain/public-words.ts';
import type { PersonalNumber } from '../domain/public-words.ts';
import type { Ledger } from '../store/booking.ts';
import { moneyCommand } from './money-command.ts';

const listed = z.object({ listing: z.string() });

/** Who puts enterprises on the list and takes them off: those who find out, and those whose money it is. */
const keepers = ['officer', 'finance'] as const;

export type ListingFault =
  | { readonly code: 'listing_exists' }
  | { readonly code: 'listing_unknown' }
  /** The case is not this enterprise's. */
  | { readonly code: 'case_unknown' }
  /** The last day is before the first. */
  | { readonly code: 'term_reversed' }
  /** Everybody reads the reason: it may not hold the number of a person. */
  | { readonly code: 'reason_names_person'; readonly number: PersonalNumber };

async function isCaseOf(transaction: Ledger, id: string, enterprise: string): Promise<boolean> {
  const found = await transaction
    .selectFrom('delivery_case')
    .select('id')
    .where('id', '=', id)
    .where('enterprise', '=', enterprise)
    .executeTakeFirst();
  return found !== undefined;
}

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
  ListingFault
>(
  {
    name: 'list_dishonest',
    outcome: listed,
    handles: ({ enterprise }) => enterprise,
    roles: keepers,
  },
  async (transaction, { input, at }) => {
    const { listing, enterprise, since, until, reason, clause } = input;
    const number = personalNumberIn(`${reason} ${clause}`);
    if (number !== undefined) return fail({ code: 'reason_names_person', number });
    if (until !== undefined && until < since) return fail({ code: 'term_reversed' });
    if (input.case !== undefined && !(await isCaseOf(transaction, input.case, enterprise)))
      return fail({ code: 'case_unknown' });
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
    await notify(
      transaction,
      [
        {
          organisation: enterprise,
          subject: input.case ?? listing,
          kind: 'listed_dishonest',
          words: {
            zh: `贵企业自 ${since} 起被列入失信名录：${reason}（${clause}）`,
            en: `Your enterprise is on the dishonesty list from ${since}: ${reason} (${clause})`,
          },
        },
      ],
      at,
    );
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
  ListingFault
>(
  {
    name: 'lift_dishonesty',
    outcome: listed,
    handles: ({ enterprise }) => enterprise,
    roles: keepers,
  },
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
    const told = {
      organisation: enterprise,
      subject: listing,
      kind: 'dishonesty_lifted',
      words: {
        zh: `贵企业已移出失信名录：${words}`,
        en: `Your enterprise was taken off the dishonesty list: ${words}`,
      },
    };
    await notify(transaction, [told], at);
    const entry = {
      action: 'lift_dishonesty',
      subject: enterprise,
      reason: words,
      detail: { listing },
    };
    return ok({ outcome: { listing }, entry });
  },
);
