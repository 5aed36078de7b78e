import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  importReceipts,
  markBatchSent,
  moveDueCases,
  noteBatchRead,
  orderFile,
  payerOfBatch,
  paymentWorkbook,
  prepareBatch,
  readBatchFile,
  readReceiptsApart,
  sheetLimits,
} from '@luodi/delivery';
import type { BatchFile } from '@luodi/delivery';
import { readAs } from '@luodi/platform';
import type { Actor, Database } from '@luodi/platform';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import {
  batchRequest,
  batchResponse,
  receiptsResponse,
  sentRequest,
  sentResponse,
} from '../contract/index.ts';
import { detail, refusal, refuse } from '../errors/refusal.ts';
import { receiptFaultJson } from '../money/receipt-fault-json.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import type { DeliveryDependencies } from './programme-endpoints.ts';
import { readBody } from './request-body.ts';
import { readSentForm } from './sent-file.ts';

const tag = 'Money';
/** Where files of a bank are sent: larger than other bodies. */
export const receiptsPath = '/api/money/receipts';
/** The fields beside the file take some room of their own. */
const largestReceipts = sheetLimits.file + 64 * 1024;
const finance = ['finance'] as const;
const one = '/api/money/batches/{id}';
const params = z.object({ id: z.string() });
const bodyRefusals = ['bad_json', 'invalid_request', 'not_your_money'] as const;
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function addBatches(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: '/api/money/batches',
      tag,
      summary: '生成付款批次 · Put payments into a batch',
      roles: finance,
      body: batchRequest,
      answer: { kind: 'json', description: 'The batch', schema: batchResponse },
      refusals: [
        ...bodyRefusals,
        'batch_exists',
        'batch_changed',
        'nothing_to_pay',
        'account_invalid',
      ],
    },
    async (c, occasion) => {
      const body = await readBody(c, batchRequest);
      if (!body.ok) return refuse(c, body.error);
      const { shown, ...rest } = body.value;
      const input = { ...rest, shown: { ...shown, fen: BigInt(shown.fen) } };
      const done = await prepareBatch(delivery.queries, { ...occasion, input });
      if (done.ok) return sendJson(c, done.value);
      const { code } = done.error;
      return refuse(c, refusal(code === 'account_invalid' ? 'account_invalid' : code));
    },
  );
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${one}/sent`,
      tag,
      summary: '标记已送银行 · Say that a batch went to the bank',
      roles: finance,
      params,
      body: sentRequest,
      answer: { kind: 'json', description: 'The batch and its file’s hash', schema: sentResponse },
      refusals: [...bodyRefusals, 'batch_unknown', 'batch_not_prepared', 'file_differs'],
    },
    async (c, occasion) => {
      const body = await readBody(c, sentRequest);
      if (!body.ok) return refuse(c, body.error);
      const { payer, sha256 } = body.value;
      const input = { batch: c.req.param('id') ?? '', payer, sha256 };
      const done = await markBatchSent(delivery.queries, { ...occasion, input });
      return done.ok ? sendJson(c, done.value) : refuse(c, refusal(done.error.code));
    },
  );
}

/** The content of a batch whose payer's money is the actor's to move. It names accounts in full: the journal says who took it. */
async function takeBatch(
  c: Context,
  queries: Database['queries'],
  actor: Actor,
  form: 'pain.001' | 'xlsx',
): Promise<BatchFile | undefined> {
  const batch = c.req.param('id') ?? '';
  const at: Date = c.get('at');
  const payer = await readAs(queries, actor, (ledger) => payerOfBatch(ledger, batch));
  if (payer === undefined) return undefined;
  const key = `${form} ${batch} ${actor.user} ${at.toISOString()}`;
  const noted = await noteBatchRead(queries, { key, actor, at, input: { batch, payer, form } });
  if (!noted.ok) return undefined;
  return readAs(queries, actor, (ledger) => readBatchFile(ledger, batch));
}

function addFiles(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  const file = { method: 'get', tag, roles: finance, params, refusals: ['batch_unknown'] } as const;
  addOfficeEndpoint(
    app,
    {
      ...file,
      path: `${one}/pain001`,
      summary: '付款文件（ISO 20022） · The payment file',
      answer: { kind: 'file', description: 'pain.001.001.09', mediaType: 'application/xml' },
    },
    async (c, actor) => {
      const id = c.req.param('id') ?? '';
      const batch = await takeBatch(c, delivery.queries, actor, 'pain.001');
      if (batch === undefined) return refuse(c, refusal('batch_unknown'));
      const { xml } = orderFile(batch);
      c.header('content-disposition', `attachment; filename="${id}.xml"`);
      c.header('content-type', 'application/xml; charset=utf-8');
      c.header('cache-control', 'no-store');
      return c.body(xml);
    },
  );
  addOfficeEndpoint(
    app,
    {
      ...file,
      path: `${one}/xlsx`,
      summary: '付款清单（Excel） · The payments as a workbook',
      answer: { kind: 'file', description: 'Excel', mediaType: excel },
    },
    async (c, actor) => {
      const id = c.req.param('id') ?? '';
      const batch = await takeBatch(c, delivery.queries, actor, 'xlsx');
      if (batch === undefined) return refuse(c, refusal('batch_unknown'));
      const bytes = await paymentWorkbook(batch);
      c.header('content-disposition', `attachment; filename="${id}.xlsx"`);
      c.header('content-type', excel);
      c.header('cache-control', 'no-store');
      return c.body(Uint8Array.from(bytes).buffer);
    },
  );
}

function addReceipts(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: receiptsPath,
      tag,
      summary: '导入银行回单 · Take in bank receipts',
      description:
        'multipart/form-data: `file` (camt.054, Excel or CSV; 20 MB and 100,000 receipts at most) and `payer`. A receipt that was taken before counts once.',
      roles: finance,
      answer: { kind: 'json', description: 'What was new', schema: receiptsResponse },
      refusals: [
        'no_file',
        'file_too_large',
        'uploads_full',
        'invalid_request',
        'receipt_unreadable',
        'not_your_money',
      ],
    },
    async (c, occasion) => {
      const form = await readSentForm(c);
      if (!form.ok) return refuse(c, form.error);
      const { file, fields } = form.value;
      const receipts = await readReceiptsApart(file, c.req.raw.signal);
      if (!receipts.ok) {
        const { error } = receipts;
        const told =
          'row' in error
            ? receiptFaultJson(file.name, error)
            : detail(file.name, error.code, error.message, error.mend);
        return refuse(c, refusal('receipt_unreadable', told));
      }
      const done = await importReceipts(delivery.queries, {
        ...occasion,
        input: {
          run: `receipts/${occasion.key}`,
          payer: fields['payer'] ?? '',
          fileName: file.name,
          receipts: receipts.value,
        },
      });
      if (!done.ok) return refuse(c, refusal(done.error.code));
      // What was paid closes its cases at once, not with the next round of the job.
      await moveDueCases(delivery, occasion.at);
      return sendJson(c, done.value);
    },
  );
}

/** Payments on their way to the bank and back. */
export function addPaymentEndpoints(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  const limit = bodyLimit({
    maxSize: largestReceipts,
    onError: (c) => refuse(c, refusal('file_too_large')),
  });
  app.use(receiptsPath, limit);
  addBatches(app, dependencies);
  addFiles(app, dependencies);
  addReceipts(app, dependencies);
}
