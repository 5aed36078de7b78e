/** The thread that reads bank receipts. */
import { ok } from '@luodi/kernel';
import { answerReading } from '../../reading/answer-reading.ts';
import { readReceipts } from './read-receipts.ts';

answerReading(async ({ file, limits }) => {
  const read = await readReceipts(file, limits);
  return read.ok ? ok({ head: undefined, rows: read.value }) : read;
});
