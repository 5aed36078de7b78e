import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { z } from 'zod';
import { errorResponse } from '../contract/index.ts';
import type { ErrorCode, Role } from '../contract/index.ts';
import { errorTable } from '../errors/error-table.ts';
import { unforeseen } from '../errors/unforeseen.ts';
import { linesType } from './json-lines.ts';

/** An endpoint as it is described in the interface's documentation. */
export interface EndpointDescription {
  readonly method: 'get' | 'post' | 'delete';
  /** With parameters as in OpenAPI: `/api/documents/{id}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer:
    | {
        readonly kind: 'json';
        readonly description: string;
        readonly schema: z.ZodType;
        /** A line of the answer for those who accept it line by line, where it can be had so. */
        readonly line?: z.ZodType;
      }
    | { readonly kind: 'file'; readonly description: string; readonly mediaType: string };
  readonly refusals: readonly ErrorCode[];
  /** Who may ask, where not everybody may. */
  readonly roles?: readonly Role[];
  /** The header that carries the key of a change. */
  readonly keyHeader?: string;
}

const json = 'application/json';

const retryHeader = {
  'Retry-After': {
    description: 'Seconds after which to ask again',
    schema: { type: 'integer' as const },
  },
};

/** One entry a status; a status that several codes share names them all. */
function refusalResponses(codes: readonly ErrorCode[]) {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const { status } = errorTable[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, shared]) => [
      status,
      {
        description: shared.map((code) => `\`${code}\`: ${errorTable[code].en}`).join('; '),
        ...(status === 503 ? { headers: retryHeader } : {}),
        content: { [json]: { schema: errorResponse } },
      },
    ]),
  );
}

function answerContent({ answer }: EndpointDescription) {
  if (answer.kind === 'file')
    return { [answer.mediaType]: { schema: { type: 'string' as const, format: 'binary' } } };
  return {
    [json]: { schema: answer.schema },
    ...(answer.line === undefined ? {} : { [linesType]: { schema: answer.line } }),
  };
}

function keyParameter({ keyHeader }: EndpointDescription) {
  if (keyHeader === undefined) return {};
  return {
    parameters: [
      {
        name: keyHeader,
        in: 'header' as const,
        required: true,
        description: 'Chosen by the sender; the same key again is the same request again',
        schema: { type: 'string' as const, minLength: 8, maxLength: 200 },
      },
    ],
  };
}

/** Adds an endpoint to the application and to its documentation. */
export function addEndpoint(
  app: OpenAPIHono,
  endpoint: EndpointDescription,
  handle: (c: Context) => Response | Promise<Response>,
): void {
  const { method, path, tag, summary, description, params, query, body, answer, refusals, roles } =
    endpoint;
  app.openAPIRegistry.registerPath({
    method,
    path,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(roles === undefined ? {} : { 'x-roles': roles, security: [{ session: [] }] }),
    ...keyParameter(endpoint),
    request: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...(body === undefined
        ? {}
        : { body: { required: true, content: { [json]: { schema: body } } } }),
    },
    responses: {
      200: { description: answer.description, content: answerContent(endpoint) },
      ...refusalResponses([...new Set([...refusals, ...unforeseen])]),
    },
  });
  app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => handle(c));
}
