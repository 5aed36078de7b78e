/** The measurements install their peers apart from the project, so that nobody downloads them to use Luodi. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bench = join(dirname(dirname(fileURLToPath(import.meta.url))), 'bench');

function npm(...args: readonly string[]): void {
  const { status } = spawnSync('npm', args, { cwd: bench, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (existsSync(join(bench, 'package.json'))) {
  npm('ci');
  npm('run', 'bench', '--', ...process.argv.slice(2));
} else {
  console.error('bench: bench/package.json does not exist yet; nothing to measure.');
}
