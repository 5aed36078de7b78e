import { spanOf } from '../read/data-node.ts';
import { Keyed } from '../read/keyed.ts';
import type { OpenReading } from '../tree/index.ts';

const keys = ['原文', '读法', '理由'] as const;

/** 存疑: the words, the reading chosen, and why. All three are needed. */
export function readOpenReadings(keyed: Keyed): readonly OpenReading[] {
  return keyed.items('存疑').flatMap((node) => {
    if (node.kind !== 'mapping') {
      keyed.reporter.report('wrongShape', spanOf(node), '存疑的每一项写 原文、读法、理由');
      return [];
    }
    const item = new Keyed(node, keys, '存疑', keyed.reporter);
    for (const key of keys) if (!item.has(key)) item.missing(key, '存疑');
    const [words, reading, reason] = keys.map((key) => item.text(key) ?? '');
    return [{ words: words ?? '', reading: reading ?? '', reason: reason ?? '' }];
  });
}
