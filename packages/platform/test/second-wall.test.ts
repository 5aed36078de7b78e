import { openDatabase } from '../src/index.ts';
import { onPostgres } from './postgres-schema.ts';
import { secondWallSuite } from './second-wall-suite.ts';

secondWallSuite('the second wall in the embedded database', async () => {
  const database = await openDatabase({ kind: 'memory' });
  if (!database.ok) throw new Error(database.error.message.en);
  return database.value;
});

onPostgres('the second wall on a PostgreSQL server', secondWallSuite);
