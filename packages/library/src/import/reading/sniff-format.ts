import type { Words } from '../import-refusal.ts';

/** What the first bytes of a file say that it is. */
export type FileKind =
  | { readonly kind: 'pdf' | 'zip' | 'compound' | 'rtf' | 'text' }
  | { readonly kind: 'foreign'; readonly what: Words; readonly mend?: Words };

const recognise: Words = {
  zh: '先用文字识别软件转成文字，再导入',
  en: 'turn it into text with text recognition, then import that',
};
const unpack: Words = {
  zh: '先解压，再导入里面的文件',
  en: 'unpack it and import the files inside',
};

const image: Words = { zh: '图片', en: 'an image' };
const program: Words = { zh: '程序', en: 'a program' };
const archive: Words = { zh: '压缩包', en: 'an archive' };
const sound: Words = { zh: '音频或视频', en: 'sound or video' };

const signatures: readonly {
  readonly bytes: readonly number[];
  readonly at?: number;
  readonly what: Words;
  readonly mend?: Words;
}[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: image, mend: recognise },
  { bytes: [0xff, 0xd8, 0xff], what: image, mend: recognise },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: image, mend: recognise },
  { bytes: [0x49, 0x49, 0x2a, 0x00], what: image, mend: recognise },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], what: image, mend: recognise },
  { bytes: [0x57, 0x45, 0x42, 0x50], at: 8, what: image, mend: recognise },
  { bytes: [0x42, 0x4d], what: image, mend: recognise },
  { bytes: [0x4d, 0x5a], what: program },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: program },
  { bytes: [0xcf, 0xfa, 0xed, 0xfe], what: program },
  { bytes: [0x1f, 0x8b], what: archive, mend: unpack },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: archive, mend: unpack },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: archive, mend: unpack },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, what: sound },
  { bytes: [0x49, 0x44, 0x33], what: sound },
];

function standsAt(bytes: Uint8Array, pattern: readonly number[], at: number): boolean {
  return pattern.every((byte, index) => bytes[at + index] === byte);
}

/** `BM` and `MZ` are also how a text may begin: only with bytes that no text has are they a signature. */
function isShort(pattern: readonly number[]): boolean {
  return pattern.length === 2 && pattern.every((byte) => byte < 0x80 && byte > 0x20);
}

function letters(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

const pdfMark = letters('%PDF-');

function holdsPdfMark(bytes: Uint8Array): boolean {
  for (let at = 0; at < Math.min(1024, bytes.length - pdfMark.length); at++)
    if (standsAt(bytes, pdfMark, at)) return true;
  return false;
}

/** Says what a file is by its bytes; its name does not count. */
export function sniffFormat(bytes: Uint8Array): FileKind {
  if (standsAt(bytes, letters('PK'), 0) && (bytes[2] ?? 255) < 9) return { kind: 'zip' };
  if (standsAt(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 0))
    return { kind: 'compound' };
  if (standsAt(bytes, letters('{\\rtf'), 0)) return { kind: 'rtf' };
  for (const { bytes: pattern, at = 0, what, mend } of signatures) {
    if (!standsAt(bytes, pattern, at)) continue;
    if (isShort(pattern) && !bytes.subarray(0, 64).includes(0)) continue;
    return { kind: 'foreign', what, ...(mend === undefined ? {} : { mend }) };
  }
  return holdsPdfMark(bytes) ? { kind: 'pdf' } : { kind: 'text' };
}
