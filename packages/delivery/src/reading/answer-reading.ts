import { parentPort } from 'node:worker_threads';
import { ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { ReadingAnswer, ReadingQuestion, ReadingTask } from './reading-task.ts';

const rowsAtOnce = 2000;

/** The side of the thread: reads each file that it is given. What is thrown ends the thread and is told to who waits. */
export function answerReading<Row, Head, Fault>(
  read: (task: ReadingTask) => Promise<Result<{ head: Head; rows: readonly Row[] }, Fault>>,
): void {
  const answer = (message: ReadingAnswer<Row, Head, Fault>) => parentPort?.postMessage(message);
  let goOn = (): void => {};
  const begin = async (task: ReadingTask): Promise<void> => {
    const found = await read(task);
    if (!found.ok) {
      answer({ kind: 'end', read: found });
      return;
    }
    const { head, rows } = found.value;
    let at = 0;
    goOn = () => {
      const piece = rows.slice(at, at + rowsAtOnce);
      at += rowsAtOnce;
      answer(piece.length === 0 ? { kind: 'end', read: ok(head) } : { kind: 'rows', rows: piece });
      // What was read is not kept until the next file comes.
      if (piece.length === 0) goOn = () => {};
    };
    goOn();
  };
  parentPort?.on('message', (question: ReadingQuestion) => {
    if (question === 'more') goOn();
    else void begin(question);
  });
}
