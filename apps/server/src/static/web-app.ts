import type { OpenAPIHono } from '@hono/zod-openapi';
import { FileFolder } from './file-folder.ts';

const notBuilt = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>落地 Luodi</title>
<p>网页尚未构建：请运行 <code>npm start</code>。接口见 <a href="/api/docs">/api/docs</a>。</p>
<p lang="en">The web application is not built: run <code>npm start</code>. The API is at <a href="/api/docs">/api/docs</a>.</p></html>`;

/** Names that the build derives from the text inside never change their text. */
const named = /^\/assets\//;

/** `undefined` when the escapes in it are none. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** The built web application; a path that is no file is a page of it, so it gets the application's one document. */
export function addWebApp(app: OpenAPIHono, dist: string): void {
  const folder = new FileFolder(dist);
  app.get('*', async (c) => {
    const path = decoded(c.req.path);
    if (path === undefined) return c.notFound();
    const file = path === '/' ? undefined : await folder.find(path);
    if (file !== undefined)
      return file.respond(c, named.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (named.test(path)) return c.notFound();
    const page = await folder.find('/index.html');
    return page === undefined ? c.html(notBuilt, 503) : page.respond(c, 'no-cache');
  });
}
