import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { done, faultReported } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { defaultContentFolder } from '../repository.ts';

export interface ServeOptions {
  readonly port?: number;
  readonly host: string;
  readonly content?: string;
}

/** Settings of the server's process; its own defaults where nothing is given. */
function settings({ port, host, content }: ServeOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOST: host,
    ...(port === undefined ? {} : { PORT: String(port) }),
    LUODI_CONTENT: resolve(content ?? process.env['LUODI_CONTENT'] ?? defaultContentFolder),
  };
}

/**
 * `luodi serve`: the web application and the API, until a signal ends them. The server is a process of its own that runs from its
 * sources: it holds a database engine that cannot be bundled. It prints its address, and says itself why it cannot start.
 */
export async function runServe(options: ServeOptions): Promise<CommandOutcome> {
  const main = fileURLToPath(new URL('main.ts', import.meta.resolve('@luodi/server')));
  const server = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main], {
    stdio: 'inherit',
    env: settings(options),
  });
  // The terminal sends Ctrl-C to both processes; this one must outlive the other to pass on how it ended.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => void server.kill('SIGTERM'));
  const code = await new Promise<number | null>((ended, failed) => {
    server.once('error', failed);
    server.once('exit', ended);
  });
  return code === 0 || code === null ? done : faultReported;
}
