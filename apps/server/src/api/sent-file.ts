import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Context } from 'hono';
import { isKept, unkeptDetail } from './kept-text.ts';
import { refusal } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The file of a form (field `file`) and the texts of its other fields. */
export async function readSentForm(
  c: Context,
): Promise<Result<{ file: SentFile; fields: Readonly<Record<string, string>> }, Refusal>> {
  const type = c.req.header('content-type') ?? '';
  if (!/^multipart\/form-data\b/iu.test(type)) return fail(refusal('no_file'));
  try {
    const { file, ...rest } = await c.req.parseBody();
    if (!(file instanceof File)) return fail(refusal('no_file'));
    const fields = Object.fromEntries(
      Object.entries(rest).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    );
    const unkept = [['file', file.name], ...Object.entries(fields)].find(
      ([key = '', text = '']) => !isKept(key) || !isKept(text),
    );
    if (unkept !== undefined)
      return fail(refusal('invalid_request', unkeptDetail(unkept[0] ?? '')));
    const bytes = new Uint8Array(await file.arrayBuffer());
    return ok({ file: { name: file.name, bytes }, fields });
  } catch {
    // A form that cannot be read has no file either.
    return fail(refusal('no_file'));
  }
}
