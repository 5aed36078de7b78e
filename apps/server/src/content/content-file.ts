import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

/**
 * Reads a YAML file of the given shape; `undefined` when there is no such file. Rejects with the file and the place when it
 * has another shape.
 */
export async function readContentFile<S extends z.ZodType>(
  path: string,
  shape: S,
): Promise<z.infer<S> | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const data: unknown = parse(text);
  const read = shape.safeParse(data);
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}
