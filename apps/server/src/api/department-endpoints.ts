import { z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { fail, nearName, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { CityContent } from '../content/city-content.ts';
import { departmentResponse, departmentsResponse } from '../contract/index.ts';
import { detail, didYouMean, refusal, refuse } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { departmentWorkbook } from '../export/department-workbook.ts';
import { departmentDetailJson } from '../library/department-json.ts';
import { departmentJson, departmentsOf } from '../library/departments.ts';
import type { Department } from '../library/departments.ts';
import { attachmentNamed } from './attachment-name.ts';
import { addEndpoint } from './endpoint.ts';
import { workbookType } from './export-endpoint.ts';
import { preparedJson, sendJson } from './json-answer.ts';

const tag = 'Library';
const params = z.object({ name: z.string().meta({ example: '市科技局' }) });

function findDepartment(
  given: string,
  all: ReadonlyMap<string, Department>,
  { evaluator }: CityContent,
): Result<Department, Refusal> {
  const { departments } = evaluator.content.vocabulary;
  const found = all.get(departments.get(given)?.name ?? given);
  if (found !== undefined) return ok(found);
  const words = {
    zh: `没有文件提到“${given}”`,
    en: `no document names “${given}”`,
  };
  const near = didYouMean(nearName(given, all.keys()));
  return fail(refusal('unknown_department', detail('name', 'unknown_department', words, near)));
}

function addWorkbook(
  app: OpenAPIHono,
  city: CityContent,
  all: ReadonlyMap<string, Department>,
): void {
  const { evaluator } = city;
  const query = z.object({ lang: z.enum(['zh', 'en']).optional() });
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/departments/{name}/xlsx',
      tag,
      summary: '一个部门的事，导出 Excel · A department as a workbook',
      params,
      query,
      answer: {
        kind: 'file',
        description:
          'A sheet each for measures, tasks, indicators, procedures, inspections and sources',
        mediaType: workbookType,
      },
      refusals: ['unknown_department', 'invalid_query'],
    },
    async (c) => {
      const department = findDepartment(c.req.param('name') ?? '', all, city);
      if (!department.ok) return refuse(c, department.error);
      const read = query.safeParse(c.req.query());
      if (!read.success) return refuse(c, refusal('invalid_query'));
      const bytes = await departmentWorkbook(department.value, evaluator, read.data.lang ?? 'zh');
      c.header('content-type', workbookType);
      c.header('content-disposition', attachmentNamed(`luodi-${department.value.name}.xlsx`));
      c.header('cache-control', 'no-store');
      return c.body(bytes);
    },
  );
}

/** What the documents give each department to do. */
export function addDepartmentEndpoints(app: OpenAPIHono, city: CityContent): void {
  const { evaluator } = city;
  const all = departmentsOf(evaluator.content);
  const list = preparedJson([...all.values()].map(departmentJson));
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/departments',
      tag,
      summary: '部门 · Departments with how much they have to do',
      answer: {
        kind: 'json',
        description: 'Departments by their present names, those with most first',
        schema: departmentsResponse,
      },
      refusals: [],
    },
    (c) => list.respond(c, 'no-cache'),
  );
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/departments/{name}',
      tag,
      summary: '一个部门 · What one department has to do',
      params,
      answer: { kind: 'json', description: 'The department', schema: departmentResponse },
      refusals: ['unknown_department'],
    },
    (c) => {
      const department = findDepartment(c.req.param('name') ?? '', all, city);
      return department.ok
        ? sendJson(c, departmentDetailJson(department.value, evaluator), 'no-cache')
        : refuse(c, department.error);
    },
  );
  addWorkbook(app, city, all);
}
