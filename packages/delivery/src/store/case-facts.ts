import type { Transaction } from 'kysely';
import type { Evaluator } from '@luodi/evaluation';
import type { Schema } from '@luodi/platform';
import type { DeliveryContext } from '../context.ts';
import { withKnownMatters } from '../domain/known-matters.ts';
import { heldFacts } from '../facts/index.ts';
import type { Answers } from './cases.ts';
import { receivedFacts } from './received-facts.ts';

/**
 * Everything known about the enterprise of a case at an instant, as `readFacts` takes it: what is held about it, what was paid
 * here already, and over all that nothing of its own answers stands that a source held contradicts: answers only fill what is
 * not held.
 */
export async function factsOfCase(
  transaction: Transaction<Schema>,
  { sources }: Pick<DeliveryContext, 'sources'>,
  { content }: Evaluator,
  about: { readonly id: string; readonly enterprise: string; readonly answers: Answers },
  at: Date,
): Promise<Readonly<Record<string, unknown>>> {
  const { vocabulary } = content;
  const held = await heldFacts(transaction, about.enterprise, at, { vocabulary, sources });
  const received = await receivedFacts(transaction, [about.enterprise], about.id);
  const paid = withKnownMatters(received.get(about.enterprise) ?? {}, content);
  return { ...about.answers, ...paid, ...held?.facts };
}
