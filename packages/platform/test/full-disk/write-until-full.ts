/** On a small disk of its own, whose folder is named: writes until there is no room, makes room, and says as JSON what it saw. */
import { randomBytes } from 'node:crypto';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '@luodi/kernel';
import { openDatabase, runCommand, systemActor, verifyJournal } from '../../src/index.ts';
import type { Database } from '../../src/index.ts';

const [disk = ''] = process.argv.slice(2);
const path = join(disk, 'data');
const ballast = join(disk, 'ballast');
const megabyte = 1024 * 1024;
const actor = systemActor('test');

function room(): number {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
}

async function opened(): Promise<Database> {
  const database = await openDatabase({ kind: 'folder', path });
  if (!database.ok) throw new Error(database.error.message.en);
  return database.value;
}

/** One command that writes some hundred thousand bytes. */
function write(database: Database, key: string) {
  const detail = { text: randomBytes(200_000).toString('base64') };
  return runCommand<string, never>(
    database.queries,
    { key, name: 'write', actor, input: {}, at: new Date(0) },
    () =>
      Promise.resolve(
        ok({ outcome: key, entry: { action: 'write', subject: key, reason: '', detail } }),
      ),
    String,
  );
}

const database = await opened();
writeFileSync(ballast, Buffer.alloc(room() - 2 * megabyte));
const answered: string[] = [];
let refused: string | undefined;
for (let count = 0; refused === undefined; count += 1) {
  const result = await write(database, `write ${count}`);
  if (result.ok) answered.push(`${actor.user} ${result.value}`);
  else refused = result.error.code;
}
const answers = await database.answers();
await database.close();
writeFileSync(ballast, Buffer.alloc(room()), { flag: 'a' });
const onFull = await openDatabase({ kind: 'folder', path });
rmSync(ballast);
const again = await opened();
const after = await write(again, 'after');
const kept = new Set(
  (await again.queries.selectFrom('command').select('key').execute()).map(({ key }) => key),
);
const journal = await verifyJournal(again.queries);
await again.close();
console.log(
  JSON.stringify({
    answered: answered.length,
    refused,
    answers,
    onFull: onFull.ok ? 'opened' : onFull.error.code,
    after: after.ok,
    lost: answered.filter((key) => !kept.has(key)),
    journal: journal.kind,
  }),
);
