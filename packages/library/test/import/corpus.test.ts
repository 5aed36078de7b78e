import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from '@luodi/kernel';
import { checkCitations, loadContent } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { importFile } from '../../src/index.ts';
import type { ImportedFile } from '../../src/index.ts';
import { docxOfLines, pdfOfLines } from './made-files.ts';

/** The source texts and the index made of them by hand lie beside the repository, where they are at hand at all. */
const shared = join(import.meta.dirname, '../../../../../shared');
const index = join(shared, 'records/documents.jsonl');
const present = existsSync(index);

const lines = z.tuple([z.int(), z.int()]);
const record = z.object({
  id: z.string(),
  file: z.string(),
  lines,
  title: z.string(),
  titleInferred: z.boolean(),
  docNumber: z.string(),
  issued: z.string(),
  effectiveFrom: z.string(),
  effectiveUntil: z.string(),
  copies: z.array(z.object({ file: z.string(), lines })).optional(),
});
type IndexEntry = z.infer<typeof record>;

const records: readonly IndexEntry[] = present
  ? readFileSync(index, 'utf8')
      .trim()
      .split('\n')
      .map((line) => record.parse(JSON.parse(line)))
  : [];
const files = [...new Set(records.map(({ file }) => file))].toSorted();
const options = {
  content: loadContent(new Map()).content,
  today: Temporal.PlainDate.from('2026-11-21'),
};

async function importBytes(name: string, bytes: Uint8Array): Promise<ImportedFile> {
  const imported = await importFile({ name, bytes }, options);
  if (!imported.ok) throw new Error(imported.error.code);
  return imported.value;
}

function bytesOf(file: string): Uint8Array {
  return readFileSync(join(shared, 'corpus', file));
}

function words(title: string): string {
  return title.replaceAll(/[\s“”"]|[（(]征求意见稿[）)]/gu, '');
}

/** Where documents and copies of them begin in a file; the index counts blank lines above a title in. */
function startsIn(file: string): readonly number[] {
  const places = records.flatMap((entry) => [
    { file: entry.file, lines: entry.lines },
    ...(entry.copies ?? []),
  ]);
  return [
    ...new Set(places.filter((place) => place.file === file).map((place) => place.lines[0])),
  ].toSorted((a, b) => a - b);
}

const above = 3;

describe.skipIf(!present)(
  'the source texts beside the repository (skipped where they are absent)',
  () => {
    for (const file of files)
      test(`${file}: every document begins where the index says, and none besides`, async () => {
        const { documents } = await importBytes(file, bytesOf(file));
        const found = documents.map(({ recognised }) => recognised.from);
        const starts = startsIn(file);
        expect(
          starts.filter((start) => !found.some((from) => Math.abs(from - start) <= above)),
        ).toEqual([]);
        expect(
          found.filter((from) => !starts.some((start) => Math.abs(from - start) <= above)),
        ).toEqual([]);
        console.info(
          `${file}: ${starts.length} of ${starts.length} starts, ${found.length} documents`,
        );
      });

    test('titles in the text, numbers, days of issue, first and last days agree with the index', async () => {
      const imports = new Map(
        await Promise.all(
          files.map(async (file) => [file, await importBytes(file, bytesOf(file))] as const),
        ),
      );
      const wrong: string[] = [];
      const agree = (
        entry: IndexEntry,
        what: string,
        wanted: string,
        found: string | undefined,
      ) => {
        if (wanted !== (found ?? ''))
          wrong.push(`${entry.id} ${what}: ${found ?? ''}, not ${wanted}`);
      };
      for (const entry of records) {
        const near = imports
          .get(entry.file)
          ?.documents.find(({ recognised: { from } }) => Math.abs(from - entry.lines[0]) <= above);
        const found = near?.recognised;
        if (found === undefined) continue;
        if (!entry.titleInferred)
          agree(entry, 'title', words(entry.title), words(found.title.value));
        agree(entry, 'issued', entry.issued, found.issued?.value.toString());
        agree(entry, 'first day', entry.effectiveFrom, found.effective?.date?.toString());
        agree(entry, 'last day', entry.effectiveUntil, found.until?.date?.toString());
        agree(entry, 'number', entry.docNumber, found.number?.value);
      }
      // This number is not in the text itself: the index has it from another document that cites it.
      expect(wrong).toEqual(['hz-integrated-circuit-2018 number: , not 杭政办函〔2018〕94号']);
    });

    for (const file of files)
      test(`${file}: policy files without faults, every quotation in the text`, async () => {
        const imported = await importBytes(file, bytesOf(file));
        const sources = new Map(
          imported.documents.map(({ skeleton }) => [
            `documents/${skeleton.fileName}`,
            skeleton.text,
          ]),
        );
        const { content, diagnostics } = loadContent(sources);
        // The same words twice in a file get one id.
        expect(diagnostics).toEqual([]);
        expect(
          checkCitations(content, new Map([[imported.textFile, imported.textBody.split('\n')]])),
        ).toEqual([]);
      });

    const remade = [
      { name: 'docx', make: docxOfLines },
      { name: 'pdf', make: pdfOfLines },
    ] as const;
    for (const { name, make } of remade)
      for (const file of files)
        test(`${file} as ${name}: the same documents with the same titles and days`, async () => {
          const source = await importBytes(file, bytesOf(file));
          const paragraphs = source.text.lines
            .map(({ text }) => text.trim())
            .filter((text) => text !== '');
          const made = await importBytes(file.replace('.txt', `.${name}`), make(paragraphs));
          const facts = ({ documents }: ImportedFile) =>
            documents.map(({ recognised: { title, effective, until } }) => [
              words(title.value),
              effective?.date?.toString(),
              until?.date?.toString(),
            ]);
          expect(facts(made)).toEqual(facts(source));
          // The largest file is 2,790 lines; a machine that does other things at the same time takes its time.
        }, 180_000);
  },
);
