import type { Context } from 'hono';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { z } from 'zod';
import { detail, refusal } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { duplicateKey } from './duplicate-key.ts';
import { jsonFault } from './kept-text.ts';

function parseJson(text: string): Result<unknown, string> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function issueDetail({ path, message, code }: z.core.$ZodIssue) {
  return detail(path.map(String).join('.'), code, { zh: message, en: message });
}

/** Reads a JSON body of the given shape. */
export async function readBody<S extends z.ZodType>(
  c: Context,
  shape: S,
): Promise<Result<z.infer<S>, Refusal>> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    return fail(refusal('unsupported_media_type'));
  const text = (await c.req.text()).replace(/^\uFEFF/, '');
  const json = parseJson(text);
  if (!json.ok)
    return fail(refusal('bad_json', detail('', 'bad_json', { zh: json.error, en: json.error })));
  const unfit = jsonFault(json.value);
  if (unfit !== undefined) return fail(refusal('invalid_request', unfit));
  const twice = duplicateKey(text);
  if (twice !== undefined)
    return fail(
      refusal(
        'duplicate_key',
        detail(twice, 'duplicate_key', {
          zh: `“${twice}” 写了两次`,
          en: `“${twice}” is stated twice`,
        }),
      ),
    );
  const read = shape.safeParse(json.value);
  return read.success
    ? ok(read.data)
    : fail(refusal('invalid_request', ...read.error.issues.map(issueDetail)));
}
