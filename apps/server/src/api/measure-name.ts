import { fail, nearName, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Content, Measure } from '@luodi/language';
import { detail, didYouMean, refusal } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';

/** The measure of an id, or of a name in either language that only one measure has. `key` says where it stood. */
export function findMeasure(
  given: string,
  { measures }: Content,
  key: string,
): Result<Measure, Refusal> {
  const direct = measures.get(given);
  if (direct !== undefined) return ok(direct);
  const all = [...measures.values()];
  const named = all.filter(({ name, nameEn }) => name === given || nameEn === given);
  const [only, another] = named;
  if (only !== undefined && another === undefined) return ok(only);
  if (only !== undefined)
    return fail(
      refusal(
        'ambiguous_measure',
        ...named.map(({ id, name, nameEn }) =>
          detail(key, 'candidate', { zh: id, en: id }, { zh: name, en: nameEn }),
        ),
      ),
    );
  const near = nearName(given, [...measures.keys(), ...all.map(({ name }) => name)]);
  return fail(
    refusal(
      'unknown_measure',
      detail(
        key,
        'unknown_measure',
        { zh: `没有措施“${given}”`, en: `no measure is called “${given}”` },
        didYouMean(near),
      ),
    ),
  );
}
