import { openDatabase } from '../src/index.ts';
import { commandSuite } from './command-suite.ts';
import { onPostgres } from './postgres-schema.ts';

commandSuite('commands on the embedded database', async () => {
  const database = await openDatabase({ kind: 'memory' });
  if (!database.ok) throw new Error(database.error.message.en);
  return database.value;
});

onPostgres('commands on a PostgreSQL server', commandSuite);
