import { readingLimits } from '@luodi/library';

const megabyte = 1024 * 1024;

/** How much one table may cost. */
export const sheetLimits = {
  ...readingLimits,
  file: 20 * megabyte,
  unpacked: 160 * megabyte,
  rows: 100_000,
  columns: 200,
};
