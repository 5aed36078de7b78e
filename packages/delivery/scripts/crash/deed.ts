import { z } from 'zod';

/** 分: a bigint, or its digits in a line of JSON. */
const fen = z.coerce.bigint();
const ofCase = { case: z.string(), enterprise: z.string() };
const ofTask = { case: z.string(), task: z.string(), body: z.string() };
const ofRound = { round: z.string() };

const caseDeed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('save_round'), ...ofRound }),
  z.strictObject({ kind: z.literal('publish_round'), ...ofRound }),
  z.strictObject({ kind: z.literal('begin_round'), ...ofRound }),
  z.strictObject({ kind: z.literal('start'), ...ofRound, enterprise: z.string() }),
  z.strictObject({ kind: z.literal('save'), ...ofCase }),
  z.strictObject({ kind: z.literal('submit'), ...ofCase }),
  z.strictObject({ kind: z.literal('approve'), ...ofTask, fen }),
  z.strictObject({ kind: z.literal('give_back'), ...ofTask }),
  z.strictObject({ kind: z.literal('refuse'), ...ofTask }),
  z.strictObject({ kind: z.literal('complete'), ...ofCase }),
  z.strictObject({ kind: z.literal('answer'), ...ofCase, filed: z.boolean() }),
  z.strictObject({ kind: z.literal('confirm'), ...ofCase }),
  z.strictObject({ kind: z.literal('object'), ...ofCase }),
  z.strictObject({
    kind: z.literal('settle_objection'),
    case: z.string(),
    objection: z.string(),
    upheld: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('claim'), ...ofCase }),
  z.strictObject({ kind: z.literal('withdraw'), ...ofCase }),
  z.strictObject({ kind: z.literal('pass_days') }),
]);

const moneyDeed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('allot'), case: z.string(), fen }),
  z.strictObject({ kind: z.literal('order'), case: z.string() }),
  z.strictObject({ kind: z.literal('order_again'), payment: z.string(), enterprise: z.string() }),
  z.strictObject({ kind: z.literal('prepare'), limit: z.int(), payments: z.int(), fen }),
  z.strictObject({ kind: z.literal('dissolve'), batch: z.string() }),
  z.strictObject({ kind: z.literal('send'), batch: z.string() }),
  z.strictObject({
    kind: z.literal('receive'),
    receipts: z.array(
      z.strictObject({ endToEndId: z.string(), fen, outcome: z.enum(['paid', 'returned']) }),
    ),
  }),
  z.strictObject({
    kind: z.literal('settle_claim'),
    claim: z.strictObject({
      pool: z.string(),
      year: z.int(),
      creditor: z.string(),
      debtor: z.string(),
      fen,
    }),
  }),
  z.strictObject({ kind: z.literal('recover'), case: z.string(), fen }),
  z.strictObject({ kind: z.literal('pay_back'), recovery: z.string(), fen }),
]);

export type CaseDeed = z.infer<typeof caseDeed>;
export type MoneyDeed = z.infer<typeof moneyDeed>;

/** Something that somebody does, as plain data: a process that dies leaves it to the next one to do again. */
const deedSchema = z.union([caseDeed, moneyDeed]);
export type Deed = CaseDeed | MoneyDeed;

/** A deed under the key that makes it one. */
export const commandSchema = z.strictObject({
  key: z.string(),
  at: z.coerce.date(),
  deed: deedSchema,
});
export type Command = z.infer<typeof commandSchema>;
