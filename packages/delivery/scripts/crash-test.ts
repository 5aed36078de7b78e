/**
 * Kills the process at random instants while cases are applied for, reviewed and paid, and looks whether anything answered was
 * lost or paid twice: `npx tsx packages/delivery/scripts/crash-test.ts [--rounds 300] [--busy 30] [--database URL]`. Without a
 * URL: the embedded database in a temporary folder. A database that is named must be empty.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killRounds } from './crash/kill-rounds.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    busy: { type: 'string', default: '30' },
    database: { type: 'string' },
  },
});
const folder = await mkdtemp(join(tmpdir(), 'luodi-crash-'));
const { database } = values;
const began = Date.now();
const survived = await killRounds(
  database === undefined
    ? { kind: 'folder', path: join(folder, 'data') }
    : { kind: 'server', path: database },
  join(folder, 'answered'),
  { rounds: Number(values.rounds), busy: Number(values.busy) },
  (round, answered) => {
    const seconds = ((Date.now() - began) / 1000 / round).toFixed(1);
    console.error(`${round} kills, ${answered} commands answered, ${seconds} s a round`);
  },
);
const whole = survived.damage.length === 0;
// What is damaged is kept to be looked at.
if (whole) await rm(folder, { recursive: true, force: true });
else console.error(`kept: ${folder}`);
console.log(JSON.stringify(survived, undefined, 1));
process.exitCode = whole ? 0 : 1;
