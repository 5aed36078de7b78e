import mammoth from 'mammoth';
import { z } from 'zod';
import { importRefusal } from '../import-refusal.ts';
import { htmlLines } from './html-lines.ts';
import { packZip } from './pack-zip.ts';
import type { PlainLine } from './plain-text.ts';
import { Stopped } from './reading-limits.ts';
import type { ReadingLimits, Watch } from './reading-limits.ts';
import { writeOutNumbers } from './word-numbering.ts';
import { listZip, unpackEntry } from './zip-entries.ts';

const other: readonly { readonly part: RegExp; readonly zh: string; readonly en: string }[] = [
  { part: /^xl\/workbook\.xml$/u, zh: 'Excel 工作簿', en: 'an Excel workbook' },
  { part: /^ppt\/presentation\.xml$/u, zh: 'PowerPoint 演示文稿', en: 'a PowerPoint presentation' },
  { part: /^content\.xml$/u, zh: 'OpenDocument 文件', en: 'an OpenDocument file' },
  { part: /^OFD\.xml$/u, zh: 'OFD 版式文件', en: 'an OFD file' },
];

function notWord(names: readonly string[]): Stopped {
  const known = other.find(({ part }) => names.some((name) => part.test(name)));
  const message =
    known === undefined
      ? { zh: '这是压缩包，不是 Word 文件', en: 'this is an archive, no Word file' }
      : { zh: `这是${known.zh}，不是 Word 文件`, en: `this is ${known.en}, no Word file` };
  const mend =
    known === undefined
      ? { zh: '先解压，再导入里面的文件', en: 'unpack it and import the files inside' }
      : {
          zh: '打开后另存为 docx 或 pdf，再导入',
          en: 'open it, save it as docx or pdf, import that',
        };
  return new Stopped(importRefusal('not_a_document', { message, mend }));
}

/** The parts that hold words; pictures, macros and what is linked from outside are left behind. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[\w-]+\.xml(?:\.rels)?)$/u;
const mainPart = 'word/document.xml';

function readParts(
  bytes: Uint8Array,
  limits: ReadingLimits,
  watch: Watch,
): ReadonlyMap<string, Uint8Array> {
  const entries = listZip(bytes, limits);
  const names = entries.map(({ name }) => name);
  if (names.includes('EncryptedPackage')) throw new Stopped(importRefusal('encrypted'));
  if (!names.includes(mainPart)) throw notWord(names);
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (!wanted.test(entry.name)) continue;
    const body = unpackEntry(bytes, entry, watch);
    // No Word file declares a document type; one that does wants its reader to expand or load something.
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(new TextDecoder('latin1').decode(body)))
      throw new Stopped(importRefusal('damaged'));
    parts.set(entry.name, body);
  }
  return parts;
}

const element = z.looseObject({
  type: z.string(),
  alignment: z.string().nullish(),
  styleName: z.string().nullish(),
  children: z.array(z.unknown()).optional(),
});

/** Gives centred paragraphs a style of that name, so that it survives into the page that mammoth writes. */
function nameCentred(node: unknown): unknown {
  const read = element.safeParse(node);
  if (!read.success) return node;
  const { type, alignment, styleName, children } = read.data;
  const centred =
    type === 'paragraph' && alignment === 'center' && !/heading|标题/iu.test(styleName ?? '');
  return {
    ...read.data,
    ...(children === undefined ? {} : { children: children.map(nameCentred) }),
    ...(centred ? { styleId: 'Centred', styleName: 'Centred' } : {}),
  };
}

const styleMap = [
  "p[style-name='Centred'] => p.centred:fresh",
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  ...[1, 2, 3, 4].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
  "br[type='page'] => hr",
];

function textOfPart(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  return new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
}

/** The lines of a docx, automatic numbers written out. Throws `Stopped` with the reason when it cannot be read. */
export async function wordLines(
  bytes: Uint8Array,
  limits: ReadingLimits,
  watch: Watch,
): Promise<readonly PlainLine[]> {
  const parts = new Map(readParts(bytes, limits, watch));
  const numbered = writeOutNumbers(
    textOfPart(parts, mainPart),
    textOfPart(parts, 'word/numbering.xml'),
    textOfPart(parts, 'word/styles.xml'),
  );
  parts.set(mainPart, new TextEncoder().encode(numbered));
  watch.check();
  let html: string;
  try {
    const read = await mammoth.convertToHtml(
      { buffer: Buffer.from(packZip(parts)) },
      {
        styleMap,
        ignoreEmptyParagraphs: true,
        externalFileAccess: false,
        transformDocument: nameCentred,
      },
    );
    html = read.value;
  } catch {
    throw new Stopped(importRefusal('damaged'));
  }
  return htmlLines(html, watch);
}
