/** The thread that reads tables. */
import { ok } from '@luodi/kernel';
import { answerReading } from '../../reading/answer-reading.ts';
import { readSheet } from './read-sheet.ts';

answerReading(async ({ file, limits }) => {
  const sheet = await readSheet(file, limits);
  if (!sheet.ok) return sheet;
  const { rows, ...head } = sheet.value;
  return ok({ head, rows });
});
