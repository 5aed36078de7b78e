/**
 * One life of the crash test: looks for damage, then gives commands until it is killed. Every line that it prints is one JSON
 * document: `damage` first, then one for each command that was answered.
 */
import { readFileSync, writeSync } from 'node:fs';
import { openDatabase } from '@luodi/platform';
import type { Database, StoragePlace } from '@luodi/platform';
import { z } from 'zod';
import { seedMoney } from '../test/support/money-seed.ts';
import { canonical, findDamage } from './crash/find-damage.ts';
import type { Acknowledged } from './crash/find-damage.ts';
import { moneySteps } from './crash/money-steps.ts';
import { randomNumbers } from './crash/random-numbers.ts';
import type { Command } from './crash/step.ts';

const [kind = '', place = '', record = '', life = '0'] = process.argv.slice(2);
const cases = 300;
const budget = 100_000_000n;
const acknowledgedSchema = z.object({ key: z.string(), outcome: z.string() });

/** Written at once: what stands in a buffer when the process is killed was not answered. */
function tell(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

function acknowledged(): readonly Acknowledged[] {
  const lines = readFileSync(record, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => acknowledgedSchema.parse(JSON.parse(line)));
}

async function give(command: Command, answered: Map<string, string>): Promise<void> {
  const result = await command.give();
  if (!result.ok) return;
  const outcome = canonical(result.value);
  const earlier = answered.get(command.key);
  if (earlier !== undefined && earlier !== outcome)
    throw new Error(`${command.key} was answered ${earlier}, then ${outcome}`);
  if (earlier === undefined) tell({ key: command.key, outcome });
  answered.set(command.key, outcome);
}

async function work(database: Database, lane: number): Promise<never> {
  const random = randomNumbers(Number(life) * 31 + lane);
  const answered = new Map<string, string>();
  const given: Command[] = [];
  for (let count = 0; ; count += 1) {
    const again = random.below(6) === 0 ? random.one(given) : undefined;
    const step = random.one(moneySteps);
    const command = again ?? (await step?.(database, random, `${life}-${lane}-${count}`));
    if (command === undefined) continue;
    given.push(command);
    await give(command, answered);
  }
}

const storage: StoragePlace =
  kind === 'folder' ? { kind: 'folder', path: place } : { kind: 'server', url: place };
const opened = await openDatabase(storage);
if (!opened.ok) {
  tell({ damage: [opened.error.message.en] });
  process.exit(1);
}
const database = opened.value;
if (life === '0') await seedMoney(database, cases, budget);
else {
  tell({ damage: await findDamage(database, acknowledged()) });
  await Promise.all([1, 2, 3].map((lane) => work(database, lane)));
}
await database.close();
