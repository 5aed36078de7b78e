/** A text and the encoding in which it was written. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** The last character is cut off: the file ends too early. */
  readonly cutOff: boolean;
}

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const ordinary =
  /[\t\n\r\f\x20-\x7e\xa0-\xff\u2010-\u2040\u2100-\u214f\u2150-\u218f\u2190-\u21ff\u2200-\u22ff\u2460-\u24ff\u2500-\u25ff\u3000-\u303f\u3040-\u30ff\u3200-\u33ff\u4e00-\u9fff\uff00-\uffef]/u;

/** The share of characters that occur in documents; below this the bytes were read in a wrong encoding. */
const leastOrdinary = 0.97;
const sampled = 20_000;

function readsAsText(text: string): boolean {
  const sample = text.slice(0, sampled);
  if (sample === '') return true;
  const characters = Array.from(sample);
  const count = characters.filter((character) => ordinary.test(character)).length;
  return count / characters.length >= leastOrdinary;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const declared = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1]?.toLowerCase();
  if (declared === undefined) return undefined;
  return /^(?:gb2312|gbk|gb18030|hz-gb-2312)$/u.test(declared) ? 'gb18030' : declared;
}

/** Every other byte is zero where Latin characters stand in UTF-16. */
function unmarkedWide(bytes: Uint8Array): readonly string[] {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  if (even + odd === 0) return [];
  return odd > even ? ['utf-16le'] : ['utf-16be'];
}

/**
 * Reads the characters of a text: by its byte order mark, as UTF-8, as it declares itself (html), as UTF-16, as GB 18030 (which
 * includes GBK and GB 2312), as Big5. `undefined` when it reads as text in none of them.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = marks.find(({ bytes: mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked !== undefined) {
    const text = decodeAs(bytes, marked.encoding) ?? new TextDecoder(marked.encoding).decode(bytes);
    return readsAsText(text) ? { text, encoding: marked.encoding, cutOff: false } : undefined;
  }
  const declared = declaredEncoding(bytes);
  const candidates = [
    'utf-8',
    ...(declared === undefined ? [] : [declared]),
    ...unmarkedWide(bytes),
    'gb18030',
    'big5',
  ];
  for (const encoding of candidates) {
    for (const cut of [0, 1, 2, 3]) {
      if (cut > 0 && encoding !== 'utf-8' && encoding !== 'gb18030') break;
      const text = decodeAs(bytes.subarray(0, bytes.length - cut), encoding);
      if (text !== undefined && readsAsText(text)) return { text, encoding, cutOff: cut > 0 };
    }
  }
  return undefined;
}
