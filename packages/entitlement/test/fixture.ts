import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createEvaluator, readFacts } from '@luodi/evaluation';
import type { Evaluator } from '@luodi/evaluation';
import { parseDate } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import { match } from '../src/index.ts';
import type { Match } from '../src/index.ts';

const folder = join(import.meta.dirname, 'content');

function files(): ReadonlyMap<string, string> {
  const paths = ['documents', 'vocabulary'].flatMap((part) =>
    readdirSync(join(folder, part)).map((name) => `${part}/${name}`),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** The rules of `content/` with the texts of its files changed. */
export function changedEvaluator(change: (text: string, path: string) => string): Evaluator {
  const changed = [...files()].map(([path, text]) => [path, change(text, path)] as const);
  const { content, diagnostics } = loadContent(new Map(changed));
  const [first] = diagnostics;
  if (first !== undefined) throw new Error(`${first.span.file}: ${first.message}`);
  return createEvaluator(content);
}

/** The rules of `content/`, a made-up town. */
export const evaluator: Evaluator = changedEvaluator((text) => text);

function day(text: string): PlainDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

/** What the made-up town has for an applicant in the middle of 2026. */
export function matchOf(
  facts: Readonly<Record<string, unknown>>,
  date = '2026-06-01',
  by: Evaluator = evaluator,
): Match {
  const read = readFacts(facts, by.content);
  if (!read.ok) throw new Error(read.error.map(({ message }) => message.zh).join('；'));
  return match(by, read.value, day(date));
}

/** Fen of so many 万元. */
export function wan(amount: number): bigint {
  return BigInt(amount) * 1_000_000n;
}
