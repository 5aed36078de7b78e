import type { OpenAPIHono } from '@hono/zod-openapi';
import { refusal, refuse } from '../errors/refusal.ts';

interface KnownPath {
  readonly method: string;
  readonly pattern: RegExp;
}

function knownPaths(app: OpenAPIHono): readonly KnownPath[] {
  return app.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === 'route'
      ? [
          {
            method: definition.route.method.toUpperCase(),
            pattern: new RegExp(`^${definition.route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
          },
        ]
      : [],
  );
}

/** What is left under `/api`: a known address with a wrong method, or no address at all. Add it after all endpoints. */
export function addUnanswered(app: OpenAPIHono): void {
  const known = knownPaths(app);
  app.all('/api/*', (c) => {
    const allowed = known.filter(({ pattern }) => pattern.test(c.req.path));
    if (allowed.length === 0) return refuse(c, refusal('not_found'));
    const methods = allowed.flatMap(({ method }) =>
      method === 'GET' ? ['GET', 'HEAD'] : [method],
    );
    c.header('allow', [...new Set(methods)].join(', '));
    return refuse(c, refusal('method_not_allowed'));
  });
}
