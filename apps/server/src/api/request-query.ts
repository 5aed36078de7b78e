import { fail, nearName, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Context } from 'hono';
import type { z } from 'zod';
import { detail, didYouMean, refusal } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';

/** Reads the parameters after the question mark; unknown ones are refused, as they would otherwise be overlooked. */
export function readQuery<S extends z.ZodObject>(
  c: Context,
  shape: S,
): Result<z.infer<S>, Refusal> {
  const given = c.req.query();
  const known = Object.keys(shape.shape);
  const unknown = Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) =>
      detail(
        key,
        'unknown_parameter',
        { zh: `没有参数 ${key}`, en: `there is no parameter ${key}` },
        didYouMean(nearName(key, known)),
      ),
    );
  if (unknown.length > 0) return fail(refusal('invalid_query', ...unknown));
  const read = shape.safeParse(given);
  return read.success
    ? ok(read.data)
    : fail(
        refusal(
          'invalid_query',
          ...read.error.issues.map(({ path, code, message }) =>
            detail(path.map(String).join('.'), code, { zh: message, en: message }),
          ),
        ),
      );
}
