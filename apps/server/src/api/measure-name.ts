import { fail } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { measureNamed } from '@luodi/language';
import type { Content, Measure } from '@luodi/language';
import { detail, didYouMean, refusal } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';

/** The measure of an id, or of a name in either language that only one measure has. `key` says where it stood. */
export function findMeasure(
  given: string,
  content: Content,
  key: string,
): Result<Measure, Refusal> {
  const found = measureNamed(given, content);
  if (found.ok) return found;
  const unclear = found.error;
  if (unclear.kind === 'ambiguous')
    return fail(
      refusal(
        'ambiguous_measure',
        ...unclear.candidates.map(({ id, name, nameEn }) =>
          detail(key, 'candidate', { zh: id, en: id }, { zh: name, en: nameEn }),
        ),
      ),
    );
  return fail(
    refusal(
      'unknown_measure',
      detail(
        key,
        'unknown_measure',
        { zh: `没有措施“${given}”`, en: `no measure is called “${given}”` },
        didYouMean(unclear.near),
      ),
    ),
  );
}
