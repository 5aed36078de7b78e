import { Hono } from 'hono';
import type { CityContent } from './content/city-content.ts';
import type { SampleEnterprise } from './contract/index.ts';
import { addContent } from './routes/content.ts';
import { addWebApp } from './routes/web-app.ts';

/** What the server answers from. */
export interface Dependencies {
  readonly content: CityContent;
  readonly samples: readonly SampleEnterprise[];
  /** Folder of the built web application. */
  readonly webDist: string;
}

/** The whole HTTP interface; `app.request()` answers without a network. */
export function createApp({ content, samples, webDist }: Dependencies): Hono {
  const app = new Hono();
  addContent(app, content, samples);
  addWebApp(app, webDist);
  return app;
}
