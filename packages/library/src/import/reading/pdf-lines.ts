import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { importRefusal } from '../import-refusal.ts';
import { plainCharacters } from './plain-characters.ts';
import { layOut } from './pdf-layout.ts';
import type { PdfPage, PlacedText } from './pdf-layout.ts';
import type { PlainLine } from './plain-text.ts';
import { Stopped } from './reading-limits.ts';
import type { ReadingLimits, Watch } from './reading-limits.ts';

/** Character maps of Chinese fonts that carry none themselves; they lie beside the library. */
function characterMaps(): string {
  const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
  return `${join(dirname(manifest), 'cmaps')}/`;
}

function numberAt(matrix: readonly unknown[], index: number): number {
  const value = matrix[index];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const runs = items.flatMap((item): readonly PlacedText[] => {
    if (!('str' in item)) return [];
    const matrix: readonly unknown[] = item.transform;
    const size = Math.hypot(numberAt(matrix, 2), numberAt(matrix, 3)) || item.height;
    return [
      {
        text: plainCharacters(item.str),
        x: numberAt(matrix, 4) - left,
        y: numberAt(matrix, 5) - bottom,
        width: item.width,
        size,
      },
    ];
  });
  page.cleanup();
  return { width: right - left, height: top - bottom, runs };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

async function open(bytes: Uint8Array, limits: ReadingLimits, watch: Watch) {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // The reader takes the bytes away from their owner.
    data: new Uint8Array(bytes),
    cMapUrl: characterMaps(),
    cMapPacked: true,
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    watch.check();
    if (document.numPages > limits.pages)
      throw new Stopped(
        importRefusal('too_large', {
          message: {
            zh: `有 ${document.numPages} 页，最多 ${limits.pages} 页`,
            en: `${document.numPages} pages, ${limits.pages} at most`,
          },
        }),
      );
    return { task, document };
  } catch (error) {
    await task.destroy();
    if (error instanceof Stopped) throw error;
    throw new Stopped(
      importRefusal(nameOf(error) === 'PasswordException' ? 'encrypted' : 'damaged'),
    );
  }
}

async function readPages(document: PDFDocumentProxy, watch: Watch) {
  const pages: PdfPage[] = [];
  let unreadable = 0;
  for (let number = 1; number <= document.numPages; number++) {
    watch.check();
    try {
      pages.push(await readPage(await document.getPage(number)));
    } catch (error) {
      if (error instanceof Stopped) throw error;
      unreadable++;
      pages.push({ width: 0, height: 0, runs: [] });
    }
  }
  return { pages, unreadable };
}

/** A PDF as lines. */
export interface PdfText {
  readonly lines: readonly PlainLine[];
  readonly pages: number;
  /** Pages that could not be read, and pages without a word. */
  readonly unreadable: number;
  readonly wordless: number;
}

/** Reads the text of a PDF, page by page. Throws `Stopped` with the reason when it cannot be read. */
export async function pdfLines(
  bytes: Uint8Array,
  limits: ReadingLimits,
  watch: Watch,
): Promise<PdfText> {
  const { task, document } = await open(bytes, limits, watch);
  try {
    const { pages, unreadable } = await readPages(document, watch);
    if (unreadable === pages.length) throw new Stopped(importRefusal('damaged'));
    const wordless = pages.filter(({ runs }) =>
      runs.every(({ text }) => text.trim() === ''),
    ).length;
    return {
      lines: layOut(pages),
      pages: pages.length,
      unreadable,
      wordless: wordless - unreadable,
    };
  } finally {
    await task.destroy();
  }
}
