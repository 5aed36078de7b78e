import type { OpenAPIHono } from '@hono/zod-openapi';
import { match } from '@luodi/entitlement';
import { exportRequest } from '../contract/index.ts';
import { refuse } from '../errors/refusal.ts';
import { matchWorkbook } from '../export/match-workbook.ts';
import { applicantRefusals } from './applicant-endpoints.ts';
import { readApplicant } from './applicant-question.ts';
import type { Asked } from './applicant-question.ts';
import { addEndpoint } from './endpoint.ts';
import { readBody } from './request-body.ts';

/** The media type of Excel workbooks. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The answer as a workbook, for those who work on it further. */
export function addExportEndpoint(app: OpenAPIHono, asked: Asked): void {
  addEndpoint(
    app,
    {
      method: 'post',
      path: '/api/export/xlsx',
      tag: 'Applicant',
      summary: '导出 Excel · The match as a workbook',
      body: exportRequest,
      answer: { kind: 'file', description: 'A workbook of three sheets', mediaType: workbookType },
      refusals: applicantRefusals,
    },
    async (c) => {
      const request = await readBody(c, exportRequest);
      if (!request.ok) return refuse(c, request.error);
      const question = await readApplicant(request.value, asked);
      if (!question.ok) return refuse(c, question.error);
      const { city, facts, date } = question.value;
      const bytes = await matchWorkbook(
        match(city.evaluator, facts, date),
        request.value.facts,
        city.evaluator.content,
        request.value.lang ?? 'zh',
      );
      c.header('content-type', workbookType);
      c.header('content-disposition', `attachment; filename="luodi-${date.toString()}.xlsx"`);
      c.header('cache-control', 'no-store');
      return c.body(bytes);
    },
  );
}
