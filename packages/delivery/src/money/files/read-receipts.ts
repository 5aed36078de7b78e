import { fail } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { ImportRefusal } from '@luodi/library';
import { sheetLimits } from '../../facts/reading/sheet-limits.ts';
import { readSheetApart } from '../../facts/reading/sheet-reader.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { ReceiptFault } from './receipt-file.ts';
import { readReceiptSheet } from './receipt-sheet.ts';
import { readReceiptXml } from './receipt-xml.ts';

/** Reads a bank's receipts: ISO 20022 camt.054, or a list in Excel or CSV. The whole file is read, or none of it. */
export async function readReceipts(
  file: { readonly name: string; readonly bytes: Uint8Array },
  signal?: AbortSignal,
): Promise<Result<readonly Receipt[], ReceiptFault | ImportRefusal>> {
  const head = new TextDecoder()
    .decode(file.bytes.subarray(0, 200))
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (head.startsWith('<')) {
    if (file.bytes.length > sheetLimits.file)
      return fail({ code: 'not_a_receipt_file', row: 0, field: 'file', found: 'size' });
    return readReceiptXml(new TextDecoder().decode(file.bytes));
  }
  const sheet = await readSheetApart(file, sheetLimits, signal);
  return sheet.ok ? readReceiptSheet(sheet.value) : sheet;
}
