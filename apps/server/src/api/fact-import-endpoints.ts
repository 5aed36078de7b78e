import { createHash } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  acceptImport,
  faultyRowsOf,
  faultyWorkbook,
  listImports,
  previewImport,
  readSheetApart,
  sheetLimits,
  undoImport,
} from '@luodi/delivery';
import type { AcceptFault, FactContext, ImportInput, UndoFault } from '@luodi/delivery';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import {
  factImportForm,
  factImportPreviewResponse,
  factImportResponse,
  factImportsResponse,
  undoImportRequest,
  undoImportResponse,
} from '../contract/index.ts';
import type { ErrorCode, FactImportsResponse } from '../contract/index.ts';
import { detail, refusal, refuse } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { sourceName } from '../facts/held-json.ts';
import { mappingOf, previewJson } from '../facts/import-preview-json.ts';
import { workbookType } from './export-endpoint.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import { readBody } from './request-body.ts';
import { readSentForm } from './sent-file.ts';

const tag = 'Facts held';
const path = '/api/fact-imports';
/** Where tables are sent: larger than other bodies. */
export const factImportPaths = [path, `${path}/preview`];
/** The fields beside the file take some room of their own. */
const largestBody = sheetLimits.file + 512 * 1024;
const params = z.object({ id: z.string() });
const formRefusals = [
  'no_file',
  'file_too_large',
  'uploads_full',
  'file_not_imported',
  'invalid_request',
  'unknown_source',
  'not_your_source',
] as const satisfies readonly ErrorCode[];
const formDescription =
  'xlsx or CSV (UTF-8, GB 18030), 20 MB and 100,000 rows at most, as `multipart/form-data`: `file`, `source`, and if need be `mapping` (JSON of a SheetMapping), `year`, `addUnknown`.';

interface SentImport {
  readonly input: ImportInput;
  readonly fileSha256: string;
  readonly asOf: string | undefined;
}

async function readImport(c: Context): Promise<Result<SentImport, Refusal>> {
  const form = await readSentForm(c);
  if (!form.ok) return form;
  const { file, fields } = form.value;
  const read = factImportForm.safeParse(fields);
  if (!read.success)
    return fail(
      refusal(
        'invalid_request',
        ...read.error.issues.map(({ path: at, code, message }) =>
          detail(at.map(String).join('.'), code, { zh: message, en: message }),
        ),
      ),
    );
  const sheet = await readSheetApart(file, sheetLimits, c.req.raw.signal);
  if (!sheet.ok) {
    const { code, message, mend } = sheet.error;
    return fail(refusal('file_not_imported', detail(file.name, code, message, mend)));
  }
  const { source, mapping, year, addUnknown, asOf } = read.data;
  return ok({
    input: {
      sheet: sheet.value,
      source,
      mapping: mapping === undefined ? undefined : mappingOf(mapping),
      year,
      addUnknown: addUnknown === 'true',
    },
    fileSha256: createHash('sha256').update(file.bytes).digest('hex'),
    asOf,
  });
}

function addPreview(app: OpenAPIHono, facts: FactContext): void {
  addOfficeEndpoint(
    app,
    {
      method: 'post',
      path: `${path}/preview`,
      tag,
      summary: '预览导入 · What an import of facts would do',
      description: `${formDescription} Nothing is changed.`,
      roles: ['officer'],
      answer: { kind: 'json', description: 'The preview', schema: factImportPreviewResponse },
      refusals: formRefusals,
    },
    async (c, actor) => {
      const sent = await readImport(c);
      if (!sent.ok) return refuse(c, sent.error);
      const { input } = sent.value;
      const preview = await previewImport(facts, actor, input);
      return preview.ok
        ? sendJson(c, previewJson(preview.value, input, facts.rules))
        : refuse(c, refusal(preview.error.code));
    },
  );
}

function acceptRefusal(fault: AcceptFault): Refusal {
  if (fault.code !== 'mapping_problems') return refusal(fault.code);
  const details = fault.problems.map(({ code, column, message, hint }) =>
    detail(column === undefined ? '' : `columns.${column}`, code, message, hint),
  );
  return refusal('mapping_problems', ...details);
}

function addAcceptance(app: OpenAPIHono, facts: FactContext): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path,
      tag,
      summary: '导入事实 · Import facts',
      description: `${formDescription} And \`asOf\`, the day that the values describe. Good rows are taken, faulty ones are kept to be mended.`,
      roles: ['officer'],
      answer: { kind: 'json', description: 'The import', schema: factImportResponse },
      refusals: [...formRefusals, 'mapping_problems', 'nothing_to_import'],
    },
    async (c, occasion) => {
      const sent = await readImport(c);
      if (!sent.ok) return refuse(c, sent.error);
      const { input, fileSha256, asOf } = sent.value;
      if (asOf === undefined) {
        const missing = {
          zh: '缺少数据所属日期',
          en: 'the day that the values describe is missing',
        };
        return refuse(c, refusal('invalid_request', detail('asOf', 'missing', missing)));
      }
      const accepted = await acceptImport(facts, {
        ...occasion,
        input: { ...input, fileSha256, asOf },
      });
      return accepted.ok ? sendJson(c, accepted.value) : refuse(c, acceptRefusal(accepted.error));
    },
  );
}

function addList(app: OpenAPIHono, facts: FactContext): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path,
      tag,
      summary: '导入记录 · Imports of facts',
      roles: ['officer', 'auditor'],
      answer: { kind: 'json', description: 'The newest first', schema: factImportsResponse },
      refusals: [],
    },
    async (c, actor) => {
      const listed = await listImports(facts, actor);
      const answer: FactImportsResponse = {
        imports: listed.map(({ id, source, fileName, counts, at, organisation, undoneAt }) => ({
          id,
          source: sourceName(facts.rules, source),
          fileName,
          counts: { ...counts },
          at: at.toISOString(),
          organisation,
          undoneAt: undoneAt?.toISOString() ?? null,
        })),
      };
      return sendJson(c, answer);
    },
  );
}

function undoRefusal(fault: UndoFault): Refusal {
  const { code } = fault;
  const named =
    fault.code === 'replaced_since'
      ? fault.imports
      : fault.code === 'decided_on'
        ? fault.decisions
        : [];
  return refusal(code, ...named.map((id) => detail(id, code, { zh: id, en: id })));
}

function addUndoing(app: OpenAPIHono, facts: FactContext): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${path}/{id}/undo`,
      tag,
      summary: '撤销导入 · Undo an import',
      description:
        'All its values are withdrawn and those that they replaced stand again. Refused where a decision rests on one of them: past decisions are never altered.',
      roles: ['officer'],
      params,
      body: undoImportRequest,
      answer: { kind: 'json', description: 'What was withdrawn', schema: undoImportResponse },
      refusals: [
        'bad_json',
        'invalid_request',
        'unknown_import',
        'not_your_source',
        'undone_already',
        'replaced_since',
        'decided_on',
      ],
    },
    async (c, occasion) => {
      const body = await readBody(c, undoImportRequest);
      if (!body.ok) return refuse(c, body.error);
      const input = { id: c.req.param('id') ?? '', reason: body.value.reason };
      const undone = await undoImport(facts, { ...occasion, input });
      return undone.ok ? sendJson(c, undone.value) : refuse(c, undoRefusal(undone.error));
    },
  );
}

const faultyQuery = z.object({ lang: z.enum(['zh', 'en']).optional() });

function addFaultyRows(app: OpenAPIHono, facts: FactContext): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: `${path}/{id}/faulty.xlsx`,
      tag,
      summary: '待改正的行 · The rows that were not taken',
      description: 'As they came, with what is wrong and how to mend it; to be imported again.',
      roles: ['officer'],
      params,
      query: faultyQuery,
      answer: { kind: 'file', description: 'A workbook', mediaType: workbookType },
      refusals: ['unknown_import'],
    },
    async (c, actor) => {
      const found = await faultyRowsOf(facts, actor, c.req.param('id') ?? '');
      if (found === undefined) return refuse(c, refusal('unknown_import'));
      const bytes = await faultyWorkbook(found.rows, c.req.query('lang') === 'en' ? 'en' : 'zh');
      c.header('content-type', workbookType);
      c.header('content-disposition', 'attachment; filename="faulty-rows.xlsx"');
      c.header('cache-control', 'no-store');
      return c.body(bytes);
    },
  );
}

/** Facts brought in tables: previewed, accepted, undone. */
export function addFactImportEndpoints(app: OpenAPIHono, facts: FactContext): void {
  const limit = bodyLimit({
    maxSize: largestBody,
    onError: (c) => refuse(c, refusal('file_too_large')),
  });
  for (const each of factImportPaths) app.use(each, limit);
  addPreview(app, facts);
  addAcceptance(app, facts);
  addList(app, facts);
  addUndoing(app, facts);
  addFaultyRows(app, facts);
}
