import { join, resolve } from 'node:path';
import { register } from 'tsx/esm/api';
import type { RunningServer, ServerOptions } from '@luodi/server';
import { done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { defaultContentFolder, root } from '../repository.ts';
import type { CommandContext } from '../terminal.ts';

export interface ServeOptions {
  readonly port?: number;
  readonly host: string;
  readonly content?: string;
}

/** The server holds database engines that cannot be bundled, so it always runs from its sources. */
async function start(options: ServerOptions): Promise<RunningServer> {
  register();
  const { startServer } = await import('@luodi/server');
  return startServer(options);
}

function startFault(error: unknown, { host, port }: ServeOptions): CommandOutcome {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const given = `--host ${host} --port ${port ?? ''}`.trim();
  if (code === 'EADDRINUSE')
    return inputFault({
      zh: `${given}：端口已被占用；换一个端口，或不写 --port 自动找空闲的`,
      en: `${given}: the port is taken; choose another, or leave --port out to find a free one`,
    });
  const message = (error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ');
  return inputFault({ zh: `启动不了：${message}`, en: `cannot start: ${message}` });
}

async function signalled(): Promise<void> {
  await new Promise<void>((stop) => {
    process.once('SIGINT', () => stop());
    process.once('SIGTERM', () => stop());
  });
}

/** `luodi serve`: the web application and the API, until a signal ends it. Prints the address once it answers. */
export async function runServe(
  options: ServeOptions,
  { terminal }: CommandContext,
): Promise<CommandOutcome> {
  let server: RunningServer;
  try {
    server = await start({
      host: options.host,
      port: options.port,
      contentFolder: resolve(options.content ?? defaultContentFolder),
      webDist: join(root, 'apps/web/dist'),
    });
  } catch (error) {
    return startFault(error, options);
  }
  terminal.print(server.address);
  await signalled();
  await server.close();
  return done;
}
