import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { answerIsNo, done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { root } from '../repository.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
}

/**
 * `luodi serve`: the server in a process of its own, so that signals and its exit code are its own. It runs from its sources: it holds
 * database engines that cannot be bundled.
 */
export async function runServe({ port, host }: ServeOptions): Promise<CommandOutcome> {
  const main = join(root, 'apps/server/src/main.ts');
  if (!existsSync(main))
    return inputFault({
      zh: `luodi serve：找不到 ${main}；请在完整的仓库里运行`,
      en: `luodi serve: ${main} is missing; run it from a complete checkout`,
    });
  const tsx = pathToFileURL(createRequire(main).resolve('tsx')).href;
  const server = spawn(process.execPath, ['--import', tsx, main], {
    stdio: 'inherit',
    env: { ...process.env, PORT: String(port), HOST: host },
  });
  const forward = (signal: NodeJS.Signals) => void server.kill(signal);
  process.on('SIGINT', forward);
  process.on('SIGTERM', forward);
  const code = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (exitCode, signal) => resolve(exitCode ?? (signal === null ? 1 : 0)));
  });
  return code === 0 ? done : answerIsNo;
}
