import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { attributes } from '../population/columns.ts';

/** What a folder of results says of the run that fills it, so that it can be resumed and by no other. */
export const runManifestShape = z.object({
  content: z.string(),
  date: z.string(),
  population: z.string(),
  payments: z.string().nullable(),
  size: z.number().int(),
  chunks: z.array(z.object({ from: z.string(), until: z.string().nullable() })),
});

export type RunManifest = z.infer<typeof runManifestShape>;

const fen = z.string().transform((text) => BigInt(text));

const sums = {
  count: z.number().int(),
  lowerFen: fen,
  upperFen: fen,
  open: z.number().int(),
  counted: z.number().int(),
  countedLowerFen: fen,
  countedUpperFen: fen,
};

/** What a chunk leaves beside its rows. */
const chunkShape = z.object({
  applicants: z.number().int(),
  searched: z.number().int(),
  seconds: z.number(),
  payments: z
    .object({
      unclaimed: z.number().int(),
      unclaimedUpperFen: fen,
      undue: z.number().int(),
      undueFen: fen,
    })
    .nullable(),
  tallies: z.array(z.object({ measure: z.string(), status: z.string(), ...sums })),
  attributes: z.array(z.object({ attribute: z.enum(attributes), value: z.string(), ...sums })),
});

export type ChunkRecord = z.infer<typeof chunkShape>;

const manifestFile = 'run.json';

/** The files of a chunk: its results, what is due and not paid, what is paid and not due. */
export function chunkFiles(
  folder: string,
  chunk: number,
): { readonly results: string; readonly unclaimed: string; readonly undue: string } {
  const name = (kind: string): string =>
    join(folder, `${kind}-${String(chunk).padStart(5, '0')}.parquet`);
  return { results: name('results'), unclaimed: name('unclaimed'), undue: name('undue') };
}

function chunkFile(folder: string, chunk: number): string {
  return join(folder, `chunk-${String(chunk).padStart(5, '0')}.json`);
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'bigint' ? each.toString() : each,
  );
}

/** Writes a file so that it is there whole or not at all. */
async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.unfinished`, text);
  await rename(`${file}.unfinished`, file);
}

/** What is read, `undefined` where there is no such file; throws where it is no such thing. */
async function readShape<T>(file: string, shape: z.ZodType<T>): Promise<T | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : shape.parse(JSON.parse(text));
}

export function readManifest(folder: string): Promise<RunManifest | undefined> {
  return readShape(join(folder, manifestFile), runManifestShape);
}

export function writeManifest(folder: string, manifest: RunManifest): Promise<void> {
  return writeWhole(join(folder, manifestFile), jsonOf(manifest));
}

/** The record of a chunk that is done; it is written last, so its rows are there too. */
export function readChunk(folder: string, chunk: number): Promise<ChunkRecord | undefined> {
  return readShape<ChunkRecord>(chunkFile(folder, chunk), chunkShape);
}

export function writeChunk(folder: string, chunk: number, record: ChunkRecord): Promise<void> {
  return writeWhole(chunkFile(folder, chunk), jsonOf(record));
}
