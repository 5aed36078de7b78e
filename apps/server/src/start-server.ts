import { serve } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { readCity } from './content/city-content.ts';
import { readSamples } from './content/sample-folder.ts';
import { createApp } from './create-app.ts';

export interface ServerOptions {
  readonly host: string;
  /** `undefined`: 8080, or the next port that is free. */
  readonly port: number | undefined;
  readonly contentFolder: string;
  readonly webDist: string;
}

export interface RunningServer {
  readonly address: string;
  close(): Promise<void>;
}

const usualPort = 8080;
const portsToTry = 50;

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, () => resolve(server));
    server.once('error', reject);
  });
}

async function listenOnFreePort(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
): Promise<ServerType> {
  for (let port = usualPort; port < usualPort + portsToTry; port++) {
    try {
      return await listen(fetch, host, port);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  throw new Error(
    `ports ${usualPort} to ${usualPort + portsToTry - 1} are all taken; set PORT to a free one`,
  );
}

function addressOf(server: ServerType, host: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : usualPort;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
}

/** Reads the content and listens. Rejects with a message for the operator when it cannot. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, contentFolder, webDist } = options;
  const [content, samples] = await Promise.all([
    readCity(contentFolder),
    readSamples(contentFolder),
  ]);
  const app = createApp({ content, samples, webDist });
  const fetch = (request: Request) => app.fetch(request);
  const server =
    port === undefined ? await listenOnFreePort(fetch, host) : await listen(fetch, host, port);
  return {
    address: addressOf(server, host),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}
