import { fail } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { importRefusal } from '@luodi/library';
import type { ImportRefusal } from '@luodi/library';
import { readSheet } from '../../facts/reading/read-sheet.ts';
import { sheetLimits } from '../../facts/reading/sheet-limits.ts';
import type { FileSent } from '../../reading/file-sent.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { ReceiptFault } from './receipt-file.ts';
import { readReceiptSheet } from './receipt-sheet.ts';
import { readReceiptXml } from './receipt-xml.ts';

/**
 * Reads a bank's receipts: ISO 20022 camt.054, or a list in Excel or CSV. The whole file is read, or none of it. Nothing else is done
 * meanwhile: see `readReceiptsApart`.
 */
export async function readReceipts(
  file: FileSent,
  limits = sheetLimits,
): Promise<Result<readonly Receipt[], ReceiptFault | ImportRefusal>> {
  const head = new TextDecoder()
    .decode(file.bytes.subarray(0, 200))
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (!head.startsWith('<')) {
    const sheet = await readSheet(file, limits);
    return sheet.ok ? readReceiptSheet(sheet.value) : sheet;
  }
  const read = readReceiptXml(new TextDecoder().decode(file.bytes));
  if (!read.ok || read.value.length <= limits.rows) return read;
  return fail(
    importRefusal('too_large', {
      message: {
        zh: `有 ${read.value.length} 笔，最多 ${limits.rows} 笔`,
        en: `${read.value.length} receipts; ${limits.rows} at most`,
      },
    }),
  );
}
