import type { OpenAPIHono } from '@hono/zod-openapi';
import { fail, ok } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import { importFile, importJson, readingLimits } from '@luodi/library';
import type { ImportRefusal } from '@luodi/library';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { CityContent } from '../content/city-content.ts';
import { importResponse } from '../contract/index.ts';
import { detail, refusal, refuse } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { addEndpoint } from './endpoint.ts';
import { sendJson } from './json-answer.ts';
import { OneByOne } from './one-by-one.ts';
import { readSentForm } from './sent-file.ts';
import type { SentFile } from './sent-file.ts';

export const importPath = '/api/import';

/** The form around a file takes some room of its own. */
const largestBody = readingLimits.file + 64 * 1024;

/** The file of a form (field `file`), or the body itself with its name in `?name=`. */
async function readSentFile(c: Context): Promise<Result<SentFile, Refusal>> {
  const type = c.req.header('content-type') ?? '';
  if (/^multipart\/form-data\b/iu.test(type)) {
    const form = await readSentForm(c);
    return form.ok ? ok(form.value.file) : form;
  }
  if (/^application\/(?:json|x-www-form-urlencoded)\b/iu.test(type))
    return fail(refusal('no_file'));
  const name = c.req.query('name') ?? 'document';
  return ok({ name, bytes: new Uint8Array(await c.req.arrayBuffer()) });
}

function refusalOf({ code, message, mend }: ImportRefusal, name: string): Refusal {
  return refusal('file_not_imported', detail(name, code, message, mend));
}

/** Recognises the documents of a file that is sent. Nothing of it is kept. */
export function addImportEndpoint(
  app: OpenAPIHono,
  city: CityContent,
  today: () => PlainDate,
): void {
  const queue = new OneByOne();
  app.use(
    importPath,
    bodyLimit({ maxSize: largestBody, onError: (c) => refuse(c, refusal('file_too_large')) }),
  );
  addEndpoint(
    app,
    {
      method: 'post',
      path: importPath,
      tag: 'Library',
      summary: '导入文件 · Recognise the documents of a file',
      description:
        'docx, pdf with text, html or txt, 30 MB at most: as `multipart/form-data` with the field `file`, or as the body itself with `?name=`. Separates what runs together, reads title, number, dates and clauses, finds duplicates and drafts, and writes policy files to begin with. Nothing is stored.',
      answer: { kind: 'json', description: 'The documents recognised', schema: importResponse },
      refusals: [
        'no_file',
        'invalid_request',
        'file_too_large',
        'uploads_full',
        'file_not_imported',
      ],
    },
    async (c) => {
      const file = await readSentFile(c);
      if (!file.ok) return refuse(c, file.error);
      const { signal } = c.req.raw;
      const { content } = city.evaluator;
      const imported = await queue.run(() =>
        importFile(file.value, { content, today: today(), signal }),
      );
      return imported.ok
        ? sendJson(c, importJson(imported.value))
        : refuse(c, refusalOf(imported.error, file.value.name));
    },
  );
}
