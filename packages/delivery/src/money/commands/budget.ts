import { fail, ok } from '@luodi/kernel';
import { z } from 'zod';
import { appropriate, carryOver, lapse } from '../domain/budget-flows.ts';
import { book } from '../store/book.ts';
import type { BudgetYear, LedgerFault } from '../store/booking.ts';
import { availableFen, findPool } from '../store/budget.ts';
import { moneyCommand } from './money-command.ts';

const moved = z.object({ fen: z.string() });
type Moved = z.infer<typeof moved>;

interface HolderYear extends BudgetYear {
  readonly holder: string;
  /** Why, down to the document that grants it. */
  readonly words: string;
}

interface PoolUnknown {
  readonly code: 'pool_unknown';
}
export type BudgetFault =
  | LedgerFault
  | PoolUnknown
  /** The pool does not roll, or not that far. */
  | { readonly code: 'not_rolling'; readonly until: number | undefined };

/** Opens a pool of money, such as a special fund. */
export const openPool = moneyCommand<
  {
    readonly pool: string;
    readonly name: string;
    readonly nameEn: string;
    /** The last year into which what is left may be carried; none where it lapses each year. */
    readonly rollingUntil: number | undefined;
    readonly owner: string;
  },
  { pool: string },
  { readonly code: 'pool_exists' }
>(
  { name: 'open_pool', outcome: z.object({ pool: z.string() }), handles: ({ owner }) => owner },
  async (transaction, { input }) => {
    const { pool, name, nameEn, rollingUntil, owner } = input;
    const opened = await transaction
      .insertInto('budget_pool')
      .values({ id: pool, name, name_en: nameEn, rolling_until: rollingUntil ?? null, owner })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (opened === undefined) return fail({ code: 'pool_exists' });
    const entry = { action: 'open_pool', subject: pool, reason: name, detail: { owner } };
    return ok({ outcome: { pool }, entry });
  },
);

/** Grants a budget of a year to a holder, at first or as a supplement. `fen` is above zero. */
export const grantBudget = moneyCommand<
  HolderYear & { readonly fen: bigint; readonly supplement: boolean },
  Moved,
  BudgetFault
>(
  { name: 'grant_budget', outcome: moved, handles: ({ holder }) => holder },
  async (transaction, { input, actor, at }) => {
    const { pool, year, holder, fen, words, supplement } = input;
    if ((await findPool(transaction, pool)) === undefined) return fail({ code: 'pool_unknown' });
    const kind = supplement ? 'supplement' : 'appropriate';
    const postings = appropriate([{ pool, year, holder, fen }]);
    const entry = await book(
      transaction,
      kind,
      { subject: pool, words, actor, at },
      postings,
      true,
    );
    if (!entry.ok) return entry;
    const detail = { year, holder, fen: fen.toString() };
    return ok({
      outcome: { fen: fen.toString() },
      entry: { action: kind, subject: pool, reason: words, detail },
    });
  },
);

/** What a holder still has available of a year lapses. */
export const lapseBudget = moneyCommand<HolderYear, Moved, BudgetFault>(
  { name: 'lapse_budget', outcome: moved, handles: ({ holder }) => holder },
  async (transaction, { input, actor, at }) => {
    const { pool, year, holder, words } = input;
    const fen = await availableFen(transaction, input);
    const postings = lapse([{ pool, year, holder, fen }]);
    const entry = await book(transaction, 'lapse', { subject: pool, words, actor, at }, postings);
    if (!entry.ok) return entry;
    const detail = { year, holder, fen: fen.toString() };
    return ok({
      outcome: { fen: fen.toString() },
      entry: { action: 'lapse_budget', subject: pool, reason: words, detail },
    });
  },
);

/** What a holder still has available of a year becomes available in the next, where the pool rolls. */
export const carryBudgetOver = moneyCommand<HolderYear, Moved, BudgetFault>(
  { name: 'carry_budget_over', outcome: moved, handles: ({ holder }) => holder },
  async (transaction, { input, actor, at }) => {
    const { pool, year, holder, words } = input;
    const found = await findPool(transaction, pool);
    if (found === undefined) return fail({ code: 'pool_unknown' });
    const { rolling_until: until } = found;
    if (until === null || year + 1 > until)
      return fail({ code: 'not_rolling', until: until ?? undefined });
    const fen = await availableFen(transaction, input);
    const postings = carryOver([{ pool, year, holder, fen }], year + 1);
    const booking = { subject: pool, words, actor, at };
    const entry = await book(transaction, 'carry_over', booking, postings, true);
    if (!entry.ok) return entry;
    const detail = { year, holder, fen: fen.toString() };
    return ok({
      outcome: { fen: fen.toString() },
      entry: { action: 'carry_budget_over', subject: pool, reason: words, detail },
    });
  },
);
