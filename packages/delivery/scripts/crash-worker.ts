/**
 * One life of the crash test: looks for damage, asks again what was left without an answer, then gives commands until it is
 * killed. Every line that it prints is one JSON document (`crash/line.ts`).
 */
import { writeSync } from 'node:fs';
import { canonicalJson, openDatabase } from '@luodi/platform';
import type { StoragePlace } from '@luodi/platform';
import { at as begun } from '../test/support/money-seed.ts';
import { tallyOf } from './crash/case-damage.ts';
import { arrange, goOn, passDays, start } from './crash/case-steps.ts';
import type { Command } from './crash/deed.ts';
import { give, isOneCommand, keptOf } from './crash/do-deed.ts';
import { findDamage } from './crash/find-damage.ts';
import { readRecord, textOf } from './crash/line.ts';
import type { Acknowledged, Line } from './crash/line.ts';
import { moneySteps } from './crash/money-steps.ts';
import { randomNumbers } from './crash/random-numbers.ts';
import { seedTown } from './crash/seed-town.ts';
import { look } from './crash/step.ts';
import { worldIn } from './crash/world.ts';
import type { World } from './crash/world.ts';

const [kind = '', place = '', record = '', what = '', life = '0'] = process.argv.slice(2);
const lanes = 3;
const halfDay = 12 * 60 * 60_000;
const second = 1000;

const goingOn = Array.from({ length: moneySteps.length }, () => goOn);
const steps = [...goingOn, ...moneySteps, start, start, arrange, passDays];

/** Written at once: what stands in a buffer when the process is killed was not said. */
function tell(line: Line): void {
  writeSync(1, `${textOf(line)}\n`);
}

async function carryOut(world: World, command: Command, answered: Map<string, string>) {
  const result = await give(world, command);
  const { key } = command;
  if (!result.ok) {
    if (answered.has(key)) throw new Error(`${key} was answered, then ${result.error.code}`);
    tell({ refused: key, code: result.error.code });
    return;
  }
  const outcome = canonicalJson(result.value);
  const earlier = answered.get(key);
  if (earlier !== undefined && earlier !== outcome)
    throw new Error(`${key} was answered ${earlier}, then ${outcome}`);
  if (earlier === undefined) tell({ answered: key, outcome });
  answered.set(key, outcome);
}

async function work(world: World, lane: number): Promise<never> {
  const random = randomNumbers(Number(life) * 31 + lane);
  const { acknowledged } = readRecord(record);
  const answered = new Map(acknowledged.map(({ command, outcome }) => [command.key, outcome]));
  const done = acknowledged.map(({ command }) => command).filter(isOneCommand);
  for (let count = 0; ; count += 1) {
    const again = random.below(6) === 0 ? random.one(done) : undefined;
    if (again !== undefined) {
      await carryOut(world, again, answered);
      continue;
    }
    const deed = await random.one(steps)?.(world, random);
    if (deed === undefined) continue;
    // Each instant is one lane's: the clock moves cases once for all who look at the same instant.
    const at = new Date(begun.getTime() + Number(life) * halfDay + count * second + lane);
    const command = { key: `${life}-${lane}-${count}`, at, deed };
    tell({ given: command });
    await carryOut(world, command, answered);
    if (answered.has(command.key) && isOneCommand(command)) done.push(command);
  }
}

async function damageOf(
  { database }: World,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const { answers, moved } = keptOf(acknowledged);
  return findDamage(database, answers, moved);
}

/** Everything that was answered is asked again: it answers alike, and nothing changes. */
async function askAgain(world: World): Promise<void> {
  const { acknowledged } = readRecord(record);
  const answered = new Map(acknowledged.map(({ command, outcome }) => [command.key, outcome]));
  const before = await look(world, tallyOf);
  for (const { command } of acknowledged)
    if (isOneCommand(command)) await carryOut(world, command, answered);
  const after = await look(world, tallyOf);
  const same = canonicalJson(before) === canonicalJson(after);
  const damage = same ? [] : ['asking again changed something'];
  tell({ damage: [...damage, ...(await damageOf(world, acknowledged))] });
  tell({ tally: after });
}

async function live(world: World): Promise<void> {
  if (what === 'seed') return seedTown(world);
  const { acknowledged, unanswered } = readRecord(record);
  tell({ damage: [...(await damageOf(world, acknowledged))] });
  const answered = new Map<string, string>();
  for (const command of unanswered) await carryOut(world, command, answered);
  if (what === 'look') return askAgain(world);
  await Promise.all(Array.from({ length: lanes }, (_, lane) => work(world, lane)));
}

const storage: StoragePlace =
  kind === 'folder' ? { kind: 'folder', path: place } : { kind: 'server', url: place };
const opened = await openDatabase(storage);
if (!opened.ok) {
  tell({ damage: [opened.error.message.en] });
  process.exit(1);
}
await live(worldIn(opened.value));
await opened.value.close();
