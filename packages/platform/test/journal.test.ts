import { openDatabase } from '../src/index.ts';
import { journalSuite } from './journal-suite.ts';
import { onPostgres } from './postgres-schema.ts';

journalSuite('the journal in the embedded database', async () => {
  const database = await openDatabase({ kind: 'memory' });
  if (!database.ok) throw new Error(database.error.message.en);
  return database.value;
});

onPostgres('the journal on a PostgreSQL server', journalSuite);
