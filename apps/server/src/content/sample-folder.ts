import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { sampleEnterprise } from '../contract/index.ts';
import type { SampleEnterprise } from '../contract/index.ts';

const sampleFile = z.strictObject({
  名: z.string(),
  英文: z.string(),
  说明: z.string(),
  英文说明: z.string(),
  日期: z.string(),
  事实: sampleEnterprise.shape.facts,
});

function readSample(id: string, text: string): SampleEnterprise {
  const data: unknown = parse(text);
  const read = sampleFile.safeParse(data);
  if (!read.success) throw new Error(`samples/${id}.yaml: ${z.prettifyError(read.error)}`);
  const { 名, 英文, 说明, 英文说明, 日期, 事实 } = read.data;
  return { id, name: 名, nameEn: 英文, note: 说明, noteEn: 英文说明, date: 日期, facts: 事实 };
}

/**
 * The made-up enterprises of a content folder (`samples/*.yaml`), by name of file; none if it has no such folder.
 * Rejects with the file and the place when one cannot be read.
 */
export async function readSamples(folder: string): Promise<readonly SampleEnterprise[]> {
  const samples = join(folder, 'samples');
  const names = await readdir(samples).catch((): string[] => []);
  return Promise.all(
    names
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map(async (name) =>
        readSample(basename(name, '.yaml'), await readFile(join(samples, name), 'utf8')),
      ),
  );
}
