import { parseReferenceKey, readFacts } from '@luodi/evaluation';
import type { Content } from '@luodi/language';

/**
 * Facts without what was received on matters that these rules do not know (any more): none of their conditions can ask for it, and who
 * was paid by former rules has to be answered all the same.
 */
export function withKnownMatters(
  facts: Readonly<Record<string, unknown>>,
  content: Content,
): Readonly<Record<string, unknown>> {
  const isUnknown = (key: string, value: unknown): boolean => {
    if (parseReferenceKey(key)?.aspect.kind !== 'received') return false;
    const read = readFacts({ [key]: value }, content);
    return !read.ok && read.error.every(({ code }) => code === 'unknown_fact');
  };
  return Object.fromEntries(Object.entries(facts).filter(([key, value]) => !isUnknown(key, value)));
}
