import type { OpenAPIHono } from '@hono/zod-openapi';
import { attachPaper, findPaper } from '@luodi/delivery';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { attachmentResponse } from '../contract/index.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import type { DeliveryDependencies } from './programme-endpoints.ts';
import { sendFile } from './send-file.ts';
import { readSentForm } from './sent-file.ts';

const tag = 'Cases';
const largestPaper = 10 * 1024 * 1024;

/** Where papers are sent: larger than other bodies. */
export const paperPath = '/api/cases/:id/attachments';

function addReading(app: OpenAPIHono, delivery: DeliveryDependencies['delivery']): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/attachments',
      tag,
      summary: '查看材料 · Read a paper',
      roles: ['enterprise', 'officer', 'finance', 'expert', 'auditor'],
      query: z.object({ id: z.string() }),
      answer: {
        kind: 'file',
        description: 'As it was handed in',
        mediaType: 'application/octet-stream',
      },
      refusals: ['not_found'],
    },
    async (c, actor) => {
      const paper = await findPaper(delivery, actor, c.req.query('id') ?? '');
      if (paper === undefined) return refuse(c, refusal('not_found'));
      // Never shown within our own pages: what somebody sent could be a page itself.
      return sendFile(c, Uint8Array.from(paper.bytes), paper);
    },
  );
}

/** Papers of cases: handed in by enterprises, read by whoever sees the case. */
export function addPaperEndpoints(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  app.use(
    paperPath,
    bodyLimit({
      maxSize: largestPaper + 64 * 1024,
      onError: (c) => refuse(c, refusal('file_too_large')),
    }),
  );
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: '/api/cases/{id}/attachments',
      tag,
      summary: '上传材料 · Hand in a paper',
      description:
        'multipart/form-data, field `file`: PDF, PNG, JPEG, Word or Excel, 10 MB at most.',
      roles: ['enterprise'],
      params: z.object({ id: z.string() }),
      answer: { kind: 'json', description: 'The paper as kept', schema: attachmentResponse },
      refusals: [
        'no_file',
        'invalid_request',
        'file_too_large',
        'uploads_full',
        'file_not_allowed',
        'case_unknown',
        'not_your_case',
      ],
    },
    async (c, occasion) => {
      const form = await readSentForm(c);
      if (!form.ok) return refuse(c, form.error);
      const { file } = form.value;
      if (file.bytes.length > largestPaper) return refuse(c, refusal('file_too_large'));
      const kept = await attachPaper(delivery, occasion, c.req.param('id') ?? '', file);
      return kept.ok ? sendJson(c, kept.value) : refuse(c, refusal(kept.error.code));
    },
  );
  addReading(app, delivery);
}
