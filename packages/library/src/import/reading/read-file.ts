import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { importRefusal } from '../import-refusal.ts';
import type { ImportRefusal, Words } from '../import-refusal.ts';
import { decodeText } from './decode-text.ts';
import { htmlLines, looksLikeHtml } from './html-lines.ts';
import { pdfLines } from './pdf-lines.ts';
import type { PlainText, TextFormat } from './plain-text.ts';
import { Stopped, readingLimits, startWatch } from './reading-limits.ts';
import type { ReadingLimits, Watch } from './reading-limits.ts';
import { sniffFormat } from './sniff-format.ts';
import { textLines } from './text-lines.ts';
import { wordLines } from './word-lines.ts';

/** A file as it came: its name says where it is from, its bytes say what it is. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadingOptions {
  readonly signal?: AbortSignal | undefined;
  readonly limits?: ReadingLimits;
  /** Counts the time from elsewhere; by default from now. */
  readonly watch?: Watch;
}

const wordDocument = 'W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0';
const encryptedPackage = 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0';

/** An old compound file: a docx with a password, or a document of the 1990s format. */
function refuseCompound(bytes: Uint8Array): ImportRefusal {
  const names = new TextDecoder('latin1').decode(bytes.subarray(0, 4 * 1024 * 1024));
  if (names.includes(encryptedPackage)) return importRefusal('encrypted');
  const message = names.includes(wordDocument)
    ? { zh: '这是旧版 Word（.doc）或 WPS 文件', en: 'this is a file of old Word (.doc) or WPS' }
    : {
        zh: '这是旧版 Office 文件，不是 Word 文件',
        en: 'this is an old Office file, no Word file',
      };
  const mend = {
    zh: '用 Word 或 WPS 打开，另存为 docx，再导入',
    en: 'open it with Word or WPS, save it as docx, import that',
  };
  return importRefusal('not_a_document', { message, mend });
}

function refuseRtf(): ImportRefusal {
  return importRefusal('not_a_document', {
    message: { zh: '这是 RTF 文件', en: 'this is an RTF file' },
    mend: { zh: '打开后另存为 docx，再导入', en: 'open it, save it as docx, import that' },
  });
}

function readText(name: string, bytes: Uint8Array, watch: Watch): PlainText {
  const decoded = decodeText(bytes);
  if (decoded === undefined) {
    const binary = bytes.subarray(0, 4096).filter((byte) => byte < 9).length > 16;
    throw new Stopped(importRefusal(binary ? 'not_a_document' : 'unknown_encoding'));
  }
  const { text, encoding, cutOff } = decoded;
  const html = looksLikeHtml(text);
  const remarks: Words[] = cutOff
    ? [
        {
          zh: '文件末尾缺了半个字，可能没有传完',
          en: 'the last character is cut off; the file may be incomplete',
        },
      ]
    : [];
  return {
    name,
    format: html ? 'html' : 'txt',
    encoding,
    pages: undefined,
    lines: html ? htmlLines(text, watch) : textLines(text),
    remarks,
  };
}

async function readPdf(
  name: string,
  bytes: Uint8Array,
  limits: ReadingLimits,
  watch: Watch,
): Promise<PlainText> {
  const { lines, pages, unreadable, wordless } = await pdfLines(bytes, limits, watch);
  const remarks: Words[] = [];
  if (unreadable > 0)
    remarks.push({ zh: `有 ${unreadable} 页读不出来`, en: `${unreadable} page(s) cannot be read` });
  if (wordless > 0 && wordless < pages)
    remarks.push({
      zh: `有 ${wordless} 页没有文字，可能是扫描页`,
      en: `${wordless} page(s) without text, perhaps scanned`,
    });
  return { name, format: 'pdf', encoding: undefined, pages, lines, remarks };
}

async function readLines(
  { name, bytes }: NamedBytes,
  limits: ReadingLimits,
  watch: Watch,
): Promise<PlainText> {
  const sniffed = sniffFormat(bytes);
  switch (sniffed.kind) {
    case 'pdf':
      return await readPdf(name, bytes, limits, watch);
    case 'zip': {
      const lines = await wordLines(bytes, limits, watch);
      return { name, format: 'docx', encoding: undefined, pages: undefined, lines, remarks: [] };
    }
    case 'compound':
      throw new Stopped(refuseCompound(bytes));
    case 'rtf':
      throw new Stopped(refuseRtf());
    case 'foreign': {
      const { what, mend } = sniffed;
      const message = {
        zh: `这是${what.zh}，不是文件的文字`,
        en: `this is ${what.en}, no document`,
      };
      throw new Stopped(
        importRefusal('not_a_document', mend === undefined ? { message } : { message, mend }),
      );
    }
    case 'text':
      return readText(name, bytes, watch);
  }
}

const endings: Readonly<Record<TextFormat, RegExp>> = {
  docx: /\.docx$/iu,
  pdf: /\.pdf$/iu,
  html: /\.x?html?$/iu,
  txt: /\.(?:txt|text|md)$/iu,
};

/** A name that promises another format is worth a word. */
function remarkOnName({ name, format }: PlainText): readonly Words[] {
  if (!/\.[a-z]{2,5}$/iu.test(name) || endings[format].test(name)) return [];
  return [
    {
      zh: `文件名写的是 ${name.slice(name.lastIndexOf('.'))}，内容是 ${format}，按内容读`,
      en: `named ${name.slice(name.lastIndexOf('.'))} but written as ${format}; read as what it is`,
    },
  ];
}

function checkExtent({ lines }: PlainText, limits: ReadingLimits): ImportRefusal | undefined {
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  const hasWords = lines.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
  if (!hasWords) return importRefusal('no_text');
  if (characters <= limits.characters && lines.length <= limits.lines) return undefined;
  return importRefusal('too_large', {
    message: {
      zh: `文字太多：${lines.length} 行 ${characters} 字，最多 ${limits.lines} 行 ${limits.characters} 字`,
      en: `too much text: ${lines.length} lines, ${characters} characters; at most ${limits.lines} and ${limits.characters}`,
    },
  });
}

/**
 * Reads a file as plain lines: docx, pdf with text, html or txt, told apart by their bytes. Nothing is loaded from elsewhere and
 * nothing in the file is run. The error says why a file is not read and how to mend it.
 */
export async function readFile(
  file: NamedBytes,
  { signal, limits = readingLimits, watch = startWatch(limits, signal) }: ReadingOptions = {},
): Promise<Result<PlainText, ImportRefusal>> {
  const { bytes } = file;
  if (bytes.length === 0) return fail(importRefusal('empty'));
  if (bytes.length > limits.file) {
    const [size, most] = [bytes.length, limits.file].map((each) => Math.ceil(each / 1024 / 1024));
    return fail(
      importRefusal('too_large', {
        message: {
          zh: `文件有 ${size} MB，最多 ${most} MB`,
          en: `the file has ${size} MB, ${most} MB at most`,
        },
      }),
    );
  }
  try {
    watch.check();
    const read = await readLines(file, limits, watch);
    watch.check();
    const refusal =
      read.format !== 'pdf' && read.lines.every(({ text }) => text.trim() === '')
        ? importRefusal('empty')
        : checkExtent(read, limits);
    return refusal === undefined
      ? ok({ ...read, remarks: [...remarkOnName(read), ...read.remarks] })
      : fail(refusal);
  } catch (error) {
    if (error instanceof Stopped) return fail(error.refusal);
    throw error;
  }
}
