/**
 * Kills the process at random instants while it reviews and pays, and looks whether anything answered was lost or paid twice:
 * `npx tsx packages/delivery/scripts/crash-test.ts [--rounds 300] [--database URL]`. Without a URL: the embedded database in a
 * temporary folder. A database that is named must be empty.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killRounds } from './crash/kill-rounds.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, database: { type: 'string' } },
});
const folder = await mkdtemp(join(tmpdir(), 'luodi-crash-'));
const { database } = values;
const survived = await killRounds(
  database === undefined
    ? { kind: 'folder', path: join(folder, 'data') }
    : { kind: 'server', path: database },
  join(folder, 'answered'),
  Number(values.rounds),
  (round, answered) => console.error(`${round} kills, ${answered} commands answered`),
);
await rm(folder, { recursive: true, force: true });
console.log(JSON.stringify(survived));
process.exitCode = survived.damage.length === 0 ? 0 : 1;
