import type { Migration } from './migration.ts';

/** A no is sealed like a yes; whoever objects to what is public need not be signed in, and can be reached. */
export const refusalsAndObjections: Migration = {
  name: '0012-refusals-and-objections',
  statements: [
    // By whom a case was refused, why, and which conditions failed: only where it was.
    `alter table decision add column refusal jsonb`,
    `alter table decision add constraint decision_refusal_check check (refusal is null or amount_fen = 0)`,
    // For the body that answers alone; nobody else reads it.
    `alter table objection add column contact text`,
  ],
};
