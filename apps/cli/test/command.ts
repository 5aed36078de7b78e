import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export const content = join(import.meta.dirname, 'content');
export const corpus = join(import.meta.dirname, 'corpus');

export const program = join(import.meta.dirname, '../bin/luodi.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the real command as people do, in a process of its own. */
export async function luodi(args: readonly string[], around: Surroundings = {}): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...around.env },
  });
  child.stdin.end(around.input ?? '');
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}

/** An applicant's question over the made-up town, the facts from standard input. */
export function ask(command: string, facts: string, args: readonly string[] = []): Promise<Ended> {
  const common = ['--content', content, '--facts', '-', '--date', '2026-06-01'];
  return luodi([command, ...common, ...args], { input: facts });
}
