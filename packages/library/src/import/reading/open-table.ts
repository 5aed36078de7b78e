import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { importRefusal } from '../import-refusal.ts';
import type { ImportRefusal, Words } from '../import-refusal.ts';
import { decodeText } from './decode-text.ts';
import { packZip } from './pack-zip.ts';
import { Stopped, startWatch } from './reading-limits.ts';
import type { ReadingLimits, Watch } from './reading-limits.ts';
import { sniffFormat } from './sniff-format.ts';
import { listZip, unpackEntry } from './zip-entries.ts';

/** A file of rows, safe to hand to a reader of its format: a workbook of cells alone, or a text. */
export type OpenedTable =
  | { readonly kind: 'workbook'; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string };

/** Cells, their texts and formats. Pictures, macros, links to elsewhere and what a sheet says after its cells stay behind. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?(?:workbook|styles|sharedStrings)\.xml(?:\.rels)?|xl\/worksheets\/[\w-]+\.xml)$/iu;
const mainPart = 'xl/workbook.xml';
const endOfCells = '</sheetData>';

const saveAs: Words = {
  zh: '用 Excel 或 WPS 打开，另存为 xlsx，再导入',
  en: 'open it with Excel or WPS, save it as xlsx, import that',
};

function notTable(zh: string, en: string, mend: Words = saveAs): Stopped {
  return new Stopped(importRefusal('not_a_document', { message: { zh, en }, mend }));
}

/** Drawings and tables hang on a sheet after its cells; without the parts that they name a reader would stumble. */
function cellsOnly(xml: Uint8Array): Uint8Array {
  const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength);
  const end = text.indexOf(endOfCells);
  if (end < 0) return xml;
  return Buffer.concat([text.subarray(0, end + endOfCells.length), Buffer.from('</worksheet>')]);
}

function openWorkbook(bytes: Uint8Array, limits: ReadingLimits, watch: Watch): OpenedTable {
  const entries = listZip(bytes, limits);
  if (!entries.some(({ name }) => name === mainPart))
    throw notTable('这不是 Excel 工作簿', 'this is no Excel workbook');
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (!wanted.test(entry.name)) continue;
    const body = unpackEntry(bytes, entry, watch);
    const head = new TextDecoder('latin1').decode(body.subarray(0, 4096));
    // No workbook declares a document type; one that does wants its reader to expand or load something.
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(head)) throw new Stopped(importRefusal('damaged'));
    parts.set(entry.name, entry.name.includes('/worksheets/') ? cellsOnly(body) : body);
  }
  return { kind: 'workbook', bytes: packZip(parts) };
}

const encryptedPackage = 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0';

function open(bytes: Uint8Array, limits: ReadingLimits, watch: Watch): OpenedTable {
  const sniffed = sniffFormat(bytes);
  switch (sniffed.kind) {
    case 'zip':
      return openWorkbook(bytes, limits, watch);
    case 'compound':
      if (new TextDecoder('latin1').decode(bytes).includes(encryptedPackage))
        throw new Stopped(importRefusal('encrypted'));
      throw notTable(
        '这是旧版 Excel（.xls）或 WPS 文件',
        'this is a file of old Excel (.xls) or WPS',
      );
    case 'foreign':
      throw notTable(`这是${sniffed.what.zh}，不是表格`, `this is ${sniffed.what.en}, no table`);
    case 'pdf':
    case 'rtf':
      throw notTable('这是文档，不是表格', 'this is a document, no table');
    case 'text': {
      const decoded = decodeText(bytes);
      if (decoded === undefined) throw new Stopped(importRefusal('unknown_encoding'));
      return { kind: 'text', text: decoded.text, encoding: decoded.encoding };
    }
  }
}

/**
 * Opens a file of rows (xlsx or CSV, told apart by its bytes) within limits on size, expansion and time. The error says why it is
 * not opened and how to mend it.
 */
export function openTable(
  bytes: Uint8Array,
  limits: ReadingLimits,
  signal?: AbortSignal,
): Result<OpenedTable, ImportRefusal> {
  if (bytes.length === 0) return fail(importRefusal('empty'));
  if (bytes.length > limits.file) return fail(importRefusal('too_large'));
  try {
    return ok(open(bytes, limits, startWatch(limits, signal)));
  } catch (error) {
    if (error instanceof Stopped) return fail(error.refusal);
    throw error;
  }
}
