import type { Hono } from 'hono';
import type { CityContent } from '../content/city-content.ts';
import type { ContentResponse, SampleEnterprise } from '../contract/index.ts';
import { PreparedBody } from '../static/prepared-body.ts';

const json = 'application/json; charset=utf-8';

/** The rule files that the browser runs by itself, and enterprises to try them on. */
export function addContent(
  app: Hono,
  { city, files, evaluator }: CityContent,
  samples: readonly SampleEnterprise[],
): void {
  const content: ContentResponse = {
    version: evaluator.content.version,
    city,
    files: Object.fromEntries(files),
  };
  const contentBody = new PreparedBody(JSON.stringify(content), json);
  const samplesBody = new PreparedBody(JSON.stringify(samples), json);
  app.get('/api/content', (c) => contentBody.respond(c, 'no-cache'));
  app.get('/api/samples', (c) => samplesBody.respond(c, 'no-cache'));
}
