import type { Reporter } from '../diagnostic/reporter.ts';
import type { DataNode } from './data-node.ts';
import { readFullYaml } from './full-yaml.ts';
import { readPlainYaml } from './plain-yaml.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Reads the YAML between two offsets of a file. Faults of form are reported at their place; `undefined` when nothing can
 * be made of the text. Rule files use little of YAML, which a small reader takes at ten times the speed of the full one;
 * whatever is beyond it, faults included, goes to the full one.
 */
export function readYaml(
  file: SourceFile,
  start: number,
  end: number,
  reporter: Reporter,
): DataNode | undefined {
  try {
    return readPlainYaml(file, start, end) ?? readFullYaml(file, start, end, reporter);
  } catch (error) {
    // Thousands of brackets within brackets exhaust the stack of either reader.
    if (!(error instanceof RangeError)) throw error;
    reporter.report('yaml', file.span(start, end), '括号或缩进的层次太深');
    return undefined;
  }
}
