import { z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Json } from '@luodi/entitlement';
import type { CityContent } from '../content/city-content.ts';
import { rulesRefusals } from '../content/rules-unavailable.ts';
import type { ServedVersions } from '../content/served-versions.ts';
import { contentResponse, healthResponse, samplesResponse } from '../contract/index.ts';
import type { ContentResponse, HealthResponse, SampleEnterprise } from '../contract/index.ts';
import { refuse } from '../errors/refusal.ts';
import type { PassageSearch } from '../search/passage-search.ts';
import type { PreparedBody } from '../static/prepared-body.ts';
import { addEndpoint } from './endpoint.ts';
import { preparedJson, sendJson } from './json-answer.ts';

const tag = 'Content';

/** What health asks. */
interface Health {
  readonly databaseAnswers: () => Promise<boolean>;
  readonly search: Pick<PassageSearch, 'state'>;
}

function contentBody({ city, files, evaluator }: CityContent): PreparedBody {
  const { version } = evaluator.content;
  return preparedJson({
    version,
    city,
    files: Object.fromEntries(files),
  } satisfies ContentResponse);
}

function addContent(app: OpenAPIHono, versions: ServedVersions): void {
  const current = contentBody(versions.current);
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/content',
      tag,
      summary: '现行规则文件 · The rule files in use',
      answer: { kind: 'json', description: 'Rule files', schema: contentResponse },
      refusals: [],
    },
    (c) => current.respond(c, 'no-cache'),
  );
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/content/{version}',
      tag,
      summary: '某一版本的规则文件 · The rule files of a version that was served before',
      description: 'The version, or its first 8 characters or more. Never changes.',
      params: z.object({ version: z.string() }),
      answer: { kind: 'json', description: 'Rule files', schema: contentResponse },
      refusals: [...rulesRefusals],
    },
    async (c) => {
      const found = await versions.find(c.req.param('version'));
      return found.ok
        ? contentBody(found.value).respond(c, 'public, max-age=31536000, immutable')
        : refuse(c, found.error);
    },
  );
}

function addSamples(app: OpenAPIHono, samples: readonly SampleEnterprise[]): void {
  const body = preparedJson(
    samples.map(
      ({ id, name, nameEn, note, noteEn, date, facts }): Json => ({
        id,
        name,
        nameEn,
        note,
        noteEn,
        date,
        facts,
      }),
    ),
  );
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/samples',
      tag,
      summary: '示例企业（虚构）· Made-up enterprises to start from',
      answer: { kind: 'json', description: 'Sample enterprises', schema: samplesResponse },
      refusals: [],
    },
    (c) => body.respond(c, 'no-cache'),
  );
}

function addHealth(
  app: OpenAPIHono,
  { city, evaluator, diagnostics }: CityContent,
  { databaseAnswers, search }: Health,
): void {
  const contentErrors = diagnostics.filter(({ severity }) => severity === 'error').length;
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/health',
      tag,
      summary: '运行状况 · Health',
      answer: { kind: 'json', description: 'How the server is', schema: healthResponse },
      refusals: [],
    },
    async (c) => {
      const answers = await databaseAnswers();
      const working = answers && search.state !== 'unavailable';
      return sendJson(c, {
        status: working && contentErrors === 0 ? 'ok' : 'degraded',
        city,
        contentVersion: evaluator.content.version,
        measures: evaluator.content.measures.size,
        contentErrors,
        database: answers ? 'ok' : 'unavailable',
        search: search.state,
      } satisfies HealthResponse);
    },
  );
}

/** What the browser runs by itself, and how the server is. */
export function addContentEndpoints(
  app: OpenAPIHono,
  versions: ServedVersions,
  samples: readonly SampleEnterprise[],
  health: Health,
): void {
  addContent(app, versions);
  addSamples(app, samples);
  addHealth(app, versions.current, health);
}
