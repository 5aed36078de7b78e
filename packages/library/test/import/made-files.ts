import { Buffer } from 'node:buffer';
import { deflateRawSync, crc32 } from 'node:zlib';

/** A part of a packed file; `announced` is the unpacked size that its directory claims, where that is a lie. */
export interface Part {
  readonly name: string;
  readonly body: string | Uint8Array;
  readonly announced?: number;
  readonly encrypted?: boolean;
}

/** Packs parts as zip programs do, deflated. */
export function zip(parts: readonly Part[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body, announced, encrypted = false } of parts) {
    const plain = Buffer.from(body);
    const packed = deflateRawSync(plain);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800 | (encrypted ? 1 : 0), 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(announced ?? plain.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, title, packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, central, title]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

const office = 'http://schemas.openxmlformats.org';
const types = `<?xml version="1.0"?><Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relations = `<?xml version="1.0"?><Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const words = `xmlns:w="${office}/wordprocessingml/2006/main"`;

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A paragraph of a docx; `properties` is what stands in its `w:pPr`. */
export function wordParagraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

/** The parts of a docx with this body, and others besides. */
export function wordParts(body: string, others: readonly Part[] = []): readonly Part[] {
  return [
    { name: '[Content_Types].xml', body: types },
    { name: '_rels/.rels', body: relations },
    {
      name: 'word/document.xml',
      body: `<?xml version="1.0"?><w:document ${words}><w:body>${body}</w:body></w:document>`,
    },
    ...others,
  ];
}

export function docx(body: string, others: readonly Part[] = []): Uint8Array {
  return zip(wordParts(body, others));
}

export function docxOfLines(lines: readonly string[]): Uint8Array {
  return docx(lines.map((line) => wordParagraph(line)).join(''));
}

interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

function hex(text: string): string {
  return Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  ).join('');
}

/** Which character a glyph is: here every glyph is numbered as its character. A range may not go beyond its last byte. */
const ranges = Array.from({ length: 256 }, (_, high) => {
  const byte = high.toString(16).padStart(2, '0');
  return `1 beginbfrange <${byte}00> <${byte}ff> <${byte}00> endbfrange`;
});
const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Made def 1 begincodespacerange <0000> <ffff> endcodespacerange
${ranges.join('\n')} endcmap end end`;

/** A minimal PDF: one font that maps to Unicode, lines where they are put. */
export function pdf(pages: readonly (readonly PdfLine[])[], trailer = ''): Uint8Array {
  const stream = (body: string) =>
    `<< /Length ${Buffer.byteLength(body)} >>\nstream\n${body}\nendstream`;
  const pageNumber = (index: number) => 7 + index * 2;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 6 0 R >>',
    stream(toUnicode),
    '<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ...pages.flatMap((lines, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${pageNumber(index) + 1} 0 R >>`,
      stream(
        lines
          .map(({ text, x, y, size }) => `BT /F ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET`)
          .join('\n'),
      ),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const width = 28;

/** Sets paragraphs as a typist does: two characters in, 28 to a line, 22 lines a page, its number at the foot. */
export function pdfOfLines(lines: readonly string[]): Uint8Array {
  const set = lines.flatMap((line) => {
    const first = width - 2;
    const rest = line.slice(first).match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
    return [{ text: line.slice(0, first), x: 90 + 32 }, ...rest.map((text) => ({ text, x: 90 }))];
  });
  const pages: PdfLine[][] = [];
  for (const [index, { text, x }] of set.entries()) {
    const row = index % 22;
    if (row === 0) pages.push([]);
    pages.at(-1)?.push({ text, x, y: 760 - row * 28, size: 16 });
  }
  for (const [index, page] of pages.entries())
    page.push({ text: `— ${index + 1} —`, x: 280, y: 60, size: 14 });
  return pdf(pages);
}
