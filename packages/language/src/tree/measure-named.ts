import { fail, nearName, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Content } from './content.ts';
import type { Measure } from './document.ts';

/** Why a name means no measure: several have it, or none; then the nearest id or name, if any is near. */
export type UnclearMeasure =
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Measure[] }
  | { readonly kind: 'unknown'; readonly near: string | undefined };

/** The measure of an id, or of a name in either language that only one measure has. */
export function measureNamed(
  given: string,
  { measures }: Pick<Content, 'measures'>,
): Result<Measure, UnclearMeasure> {
  const direct = measures.get(given);
  if (direct !== undefined) return ok(direct);
  const all = [...measures.values()];
  const candidates = all.filter(({ name, nameEn }) => name === given || nameEn === given);
  const [only, another] = candidates;
  if (only === undefined) {
    const near = nearName(given, [...measures.keys(), ...all.map(({ name }) => name)]);
    return fail({ kind: 'unknown', near });
  }
  return another === undefined ? ok(only) : fail({ kind: 'ambiguous', candidates });
}
