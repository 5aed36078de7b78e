import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { FileFolder } from '../static/file-folder.ts';
import { PreparedBody } from '../static/prepared-body.ts';

const require = createRequire(import.meta.url);
const swaggerFolder = dirname(require.resolve('swagger-ui-dist/package.json'));
const swaggerFiles = new Set([
  'swagger-ui.css',
  'swagger-ui-bundle.js',
  'favicon-16x16.png',
  'favicon-32x32.png',
]);

const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>落地 Luodi — API</title>
<link rel="icon" type="image/png" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="documentation"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#documentation', deepLinking: true, tryItOutEnabled: true });
`;

/** What the interface is: its machine-readable description, and pages to read and try it, served from here alone. */
export function addDocumentation(app: OpenAPIHono): void {
  const folder = new FileFolder(swaggerFolder);
  const pageBody = new PreparedBody(page, 'text/html; charset=utf-8');
  const startBody = new PreparedBody(start, 'text/javascript; charset=utf-8');
  let description: PreparedBody | undefined;
  app.get('/api/openapi.json', (c) => {
    description ??= new PreparedBody(
      JSON.stringify(
        app.getOpenAPI31Document({
          openapi: '3.1.0',
          info: {
            title: '落地 Luodi',
            version: '0',
            description:
              'A city’s policies as rules that run: what an applicant is owed, why, and what is missing. Sums are whole fen (CNY 0.01); dates are YYYY-MM-DD; English stands beside the Chinese in keys that end in `En`.',
          },
        }),
      ),
      'application/json; charset=utf-8',
    );
    return description.respond(c, 'no-cache');
  });
  app.get('/api/docs', (c) => pageBody.respond(c, 'no-cache'));
  app.get('/api/docs/start.js', (c) => startBody.respond(c, 'no-cache'));
  app.get('/api/docs/:file', async (c) => {
    const name = c.req.param('file');
    const file = swaggerFiles.has(name) ? await folder.find(name) : undefined;
    return file === undefined ? c.notFound() : file.respond(c, 'public, max-age=86400');
  });
}
