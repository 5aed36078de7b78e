import type { Evaluator } from '@luodi/evaluation';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { DeliveryContext } from '@luodi/delivery';
import type { Refusal } from '../errors/refusal.ts';

/** Why the rules of a version cannot be had. */
export const rulesRefusals = [
  'unknown_content_version',
  'archive_damaged',
  'rules_unloadable',
  'database_unavailable',
] as const;

/** Thrown where rules are needed and cannot be had. */
export class RulesUnavailable extends Error {
  readonly refusal: Refusal;

  constructor(version: string, refusal: Refusal) {
    super(`rules ${version}: ${refusal.code}`);
    this.refusal = refusal;
  }
}

/** The rules of a version that somebody names, or why they cannot be had: not kept, damaged, not to be loaded, no database. */
export async function rulesNamed(
  { rulesOf, queries }: DeliveryContext,
  version: string,
): Promise<Result<Evaluator, Refusal>> {
  try {
    return ok(await rulesOf(version, queries));
  } catch (error) {
    if (error instanceof RulesUnavailable) return fail(error.refusal);
    throw error;
  }
}
