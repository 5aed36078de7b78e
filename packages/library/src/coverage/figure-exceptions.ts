import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { z } from 'zod';
import type { FigureException } from './corpus-coverage.ts';

const exception = z.strictObject({
  文件: z.string().min(1),
  行: z.int().min(1),
  数: z.string().min(1),
  理由: z.string().min(1),
});
const exceptionList = z.strictObject({ 例外: z.array(exception) });

/**
 * Reads the list of figures that need not be quoted (`coverage.yaml` of a content folder, already parsed): each with its source
 * file, line, the figure as it stands there, and why. The error names the first entry that is not so.
 */
export function readFigureExceptions(
  raw: unknown,
): Result<readonly FigureException[], { readonly zh: string; readonly en: string }> {
  const read = exceptionList.safeParse(raw);
  if (read.success)
    return ok(
      read.data.例外.map(({ 文件: file, 行: line, 数: figure, 理由: reason }) => ({
        file,
        line,
        figure,
        reason,
      })),
    );
  const [issue] = read.error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  return fail({
    zh: `coverage.yaml ${place}：每项写 文件、行、数、理由`,
    en: `coverage.yaml ${place}: each entry gives 文件, 行, 数, 理由 (file, line, figure, reason)`,
  });
}
