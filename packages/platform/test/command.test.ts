import { openDatabase } from '../src/index.ts';
import { commandSuite } from './command-suite.ts';

commandSuite('commands on the embedded database', async () => {
  const database = await openDatabase({ kind: 'memory' });
  if (!database.ok) throw new Error(database.error.message.en);
  return database.value;
});
