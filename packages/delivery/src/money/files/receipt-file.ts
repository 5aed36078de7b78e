import type { Receipt } from '../domain/receipt.ts';

/** A place in a bank's file that cannot be read: nothing of the file is taken then. */
export interface ReceiptFault {
  readonly code: 'not_a_receipt_file' | 'column_missing' | 'value_invalid';
  /** The row of the sheet or the number of the entry, from 1; 0: the file as a whole. */
  readonly row: number;
  /** What was looked for there. */
  readonly field: keyof Receipt | 'file';
  /** What was found. */
  readonly found: string;
}
