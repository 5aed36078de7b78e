import type { OpenAPIHono } from '@hono/zod-openapi';
import { sampleDecisions } from '@luodi/delivery';
import type { Actor } from '@luodi/platform';
import type { z } from 'zod';
import { sampleQuery, sampleResponse, sampleWorkbookQuery } from '../contract/index.ts';
import type { SampleResponse } from '../contract/index.ts';
import { refuse } from '../errors/refusal.ts';
import { sampleWorkbook } from '../export/correction-workbook.ts';
import { workbookType } from './export-endpoint.ts';
import { sendJson } from './json-answer.ts';
import { addOfficeEndpoint } from './office-endpoint.ts';
import type { DeliveryDependencies } from './programme-endpoints.ts';
import { readQuery } from './request-query.ts';
import { sendFile } from './send-file.ts';

const tag = 'Decisions';
const path = '/api/decision-samples';
const roles = ['auditor'] as const;

async function sampleJson(
  { delivery }: DeliveryDependencies,
  actor: Actor,
  { seed, size, programme, fromFen }: z.infer<typeof sampleQuery>,
): Promise<SampleResponse> {
  const { population, drawn } = await sampleDecisions(delivery, actor, {
    seed,
    size,
    programme: programme === '' ? undefined : programme,
    fromFen: BigInt(fromFen ?? '0'),
  });
  return {
    seed,
    population,
    drawn: drawn.map(({ record, finding, ...rest }) => ({
      ...rest,
      decision: record.id,
      case: record.case,
      amountFen: record.amountFen,
      lawDate: record.lawDate,
      contentVersion: record.contentVersion,
      finding: finding.kind,
      parts: finding.kind === 'differs' ? [...finding.parts] : [],
    })),
  };
}

/** 抽查复算: decisions drawn by a seed and reached again. */
export function addDecisionSampleEndpoints(
  app: OpenAPIHono,
  dependencies: DeliveryDependencies,
): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path,
      tag,
      summary: '抽查复算 · Decisions drawn and reached again',
      description:
        'The decisions with the smallest SHA-256 of `seed/id`: the same seed draws the same ones. Keeps nothing.',
      roles,
      query: sampleQuery,
      answer: { kind: 'json', description: 'In the order of the draw', schema: sampleResponse },
      refusals: ['invalid_query'],
    },
    async (c, actor) => {
      const query = readQuery(c, sampleQuery);
      return query.ok
        ? sendJson(c, await sampleJson(dependencies, actor, query.value))
        : refuse(c, query.error);
    },
  );
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: `${path}/xlsx`,
      tag,
      summary: '抽查复算（Excel） · The same as a workbook',
      roles,
      query: sampleWorkbookQuery,
      answer: { kind: 'file', description: 'Excel', mediaType: workbookType },
      refusals: ['invalid_query'],
    },
    async (c, actor) => {
      const query = readQuery(c, sampleWorkbookQuery);
      if (!query.ok) return refuse(c, query.error);
      const { lang = 'zh', ...question } = query.value;
      const bytes = await sampleWorkbook(await sampleJson(dependencies, actor, question), lang);
      return sendFile(c, bytes, { name: 'luodi-decision-sample.xlsx', mediaType: workbookType });
    },
  );
}
