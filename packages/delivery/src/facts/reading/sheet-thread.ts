/** The thread that reads tables: gets tasks, answers each with rows and an end. */
import { parentPort } from 'node:worker_threads';
import { ok } from '@luodi/kernel';
import { readSheet } from './read-sheet.ts';
import type { SheetAnswer, SheetTask } from './sheet-task.ts';

const rowsAtOnce = 2000;

function answer(message: SheetAnswer): void {
  parentPort?.postMessage(message);
}

async function read({ file, limits }: SheetTask): Promise<void> {
  const sheet = await readSheet(file, limits);
  if (!sheet.ok) {
    answer({ kind: 'end', read: sheet });
    return;
  }
  const { rows, ...head } = sheet.value;
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    answer({ kind: 'rows', rows: rows.slice(at, at + rowsAtOnce) });
  answer({ kind: 'end', read: ok(head) });
}

// What is thrown ends the thread and is told to who waits.
parentPort?.on('message', (task: SheetTask) => void read(task));
