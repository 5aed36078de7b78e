import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Bilingual } from '@luodi/evaluation';
import type { Terminal } from './terminal.ts';

type Format = 'json' | 'yaml';

function formatOf(name: string, text: string): Format {
  const extension = extname(name).toLowerCase();
  if (extension === '.json') return 'json';
  if (extension === '.yaml' || extension === '.yml') return 'yaml';
  try {
    JSON.parse(text);
    return 'json';
  } catch {
    return 'yaml';
  }
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function notReadable(name: string, format: Format, place: Place, why: string): Bilingual {
  const { line, column } = place;
  const kind = format.toUpperCase();
  return {
    zh: `${name}:${line}:${column}：不是有效的 ${kind}（${why}）；请改正这一处`,
    en: `${name}:${line}:${column}: not valid ${kind} (${why}); mend this place`,
  };
}

function statedTwice(name: string, { line, column }: Place): Bilingual {
  return {
    zh: `${name}:${line}:${column}：同一名称写了两次；请只留一个`,
    en: `${name}:${line}:${column}: the same name is written twice; keep only one`,
  };
}

function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** JSON.parse decides what is JSON: the YAML reader also takes what is not. `undefined` when it is JSON. */
function jsonFault(text: string, name: string): Bilingual | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const [why = ''] = message.split(/ in JSON| \(line/);
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    return notReadable(name, 'json', placeOf(text, offset), why);
  }
}

/**
 * Both formats go through the YAML reader: it finds a fact that is stated twice, where JSON.parse silently takes the last.
 */
function parseFacts(text: string, name: string): Result<unknown, Bilingual> {
  const format = formatOf(name, text);
  const fault = format === 'json' ? jsonFault(text, name) : undefined;
  if (fault !== undefined) return fail(fault);
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [error] =
    format === 'json'
      ? document.errors.filter(({ code }) => code === 'DUPLICATE_KEY')
      : document.errors;
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    const place = { line, column: col };
    return fail(
      error.code === 'DUPLICATE_KEY'
        ? statedTwice(name, place)
        : notReadable(name, format, place, error.message),
    );
  }
  const value: unknown = document.toJS();
  return ok(value);
}

/** Facts of an applicant as stated, from a JSON or YAML file or, for `-`, from standard input. Not checked against the vocabulary. */
export async function readFactsFile(
  path: string,
  terminal: Terminal,
): Promise<Result<unknown, Bilingual>> {
  const name = path === '-' ? '<stdin>' : path;
  let text: string;
  try {
    text = path === '-' ? await terminal.readStandardInput() : await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const absent = code === 'ENOENT';
    return fail({
      zh: `--facts ${path}：${absent ? '没有这个文件' : `读不了（${code}）`}；请检查路径，或用 - 从标准输入读`,
      en: `--facts ${path}: ${absent ? 'no such file' : `cannot be read (${code})`}; check the path, or give - for standard input`,
    });
  }
  return parseFacts(text.replace(/^\uFEFF/, ''), name);
}
