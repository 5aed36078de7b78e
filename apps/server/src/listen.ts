import { createAdaptorServer } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { cannotListen, causeOf, noFreePort } from './start-fault.ts';
import type { StartFault } from './start-fault.ts';

/** `connection`: what the HTTP server knows of it, such as the address at its other end. */
export type Answer = (request: Request, connection: object) => Response | Promise<Response>;

const usualPort = 8080;
const portsToTry = 50;

/**
 * How long an idle connection stays open, in milliseconds: longer than browsers and proxies keep theirs, so that they do not
 * send into one that is just being closed.
 */
const keepAliveTimeout = 65_000;
/** Who sends its header or its body drop by drop holds a connection no longer than this, in milliseconds. */
const headersTimeout = 20_000;
const requestTimeout = 120_000;
const connectionsCheckingInterval = 5_000;

/** Listens; the error of the system when it cannot. */
function tryToListen(
  answer: Answer,
  host: string,
  port: number,
): Promise<Result<ServerType, unknown>> {
  return new Promise((resolve) => {
    const server = createAdaptorServer({
      fetch: answer,
      serverOptions: {
        keepAliveTimeout,
        headersTimeout,
        requestTimeout,
        connectionsCheckingInterval,
      },
    });
    server.once('error', (error) => resolve(fail(error)));
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve(ok(server));
    });
  });
}

/** Listens on the port asked for (0: any), or, when none is, on the usual one or the next that is free. */
export async function listen(
  answer: Answer,
  host: string,
  port: number | undefined,
): Promise<Result<ServerType, StartFault>> {
  const last = port ?? usualPort + portsToTry - 1;
  for (let next = port ?? usualPort; next <= last; next++) {
    const server = await tryToListen(answer, host, next);
    if (server.ok) return server;
    if (port !== undefined || causeOf(server.error) !== 'EADDRINUSE')
      return fail(cannotListen(host, next, server.error));
  }
  return fail(noFreePort(usualPort, last));
}

/** Where a browser finds the server. */
export function addressOf(server: ServerType, host: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : usualPort;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
}

/** How long requests under way may take after the end was asked for, in milliseconds. */
const grace = 5_000;

/** Takes no new requests, lets those under way finish, and then cuts what is left. */
export function stopListening(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, grace);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
