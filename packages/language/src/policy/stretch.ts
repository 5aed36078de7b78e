import type { Reporter } from '../diagnostic/reporter.ts';
import { readDate } from '../read/keyed.ts';
import type { Keyed } from '../read/keyed.ts';
import { spanOf } from '../read/data-node.ts';
import { compareDates } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';

export interface Stretch {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** `2023-01-01 至 2023-01-31`, both days included. */
export function readStretch(keyed: Keyed, key: string, reporter: Reporter): Stretch | undefined {
  const node = keyed.scalar(key);
  if (node === undefined) return undefined;
  const parts = node.text.split('至');
  const [from = '', to = ''] = parts;
  if (parts.length !== 2) {
    reporter.report('badValue', spanOf(node), `“${key}”要写起止两天`, {
      hint: '写成 2023-01-01 至 2023-01-31',
    });
    return undefined;
  }
  const first = readDate(node, from, reporter);
  const last = readDate(node, to, reporter);
  if (first === undefined || last === undefined) return undefined;
  if (compareDates(first, last) > 0) {
    reporter.report('validityOrder', spanOf(node), `“${key}”的起日晚于止日`);
    return undefined;
  }
  return { first, last };
}
