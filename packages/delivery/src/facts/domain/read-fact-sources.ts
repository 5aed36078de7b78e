import type { Bilingual } from '@luodi/evaluation';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { FactSource, FactSources } from './fact-sources.ts';

export interface FactSourcesFault {
  readonly code: 'bad_fact_sources';
  /** Where in the file: the keys on the way, joined by dots. */
  readonly place: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

const yes = z.literal('是').optional();

const fileSchema = z.strictObject({
  来源: z.record(
    z.string(),
    z.strictObject({
      标识: z.string().regex(/^[a-z][a-z0-9_]*$/u),
      英文: z.string().min(1),
      部门: z.array(z.string()).optional(),
      自报: yes,
      登记: yes,
    }),
  ),
  次序: z.array(z.string()),
  分项次序: z.record(z.string(), z.array(z.string())).optional(),
  登记区: z.string().optional(),
});

type File = z.infer<typeof fileSchema>;

function fault(place: string, zh: string, en: string, hintZh: string, hintEn: string) {
  return fail<readonly FactSourcesFault[]>([
    {
      code: 'bad_fact_sources',
      place,
      message: { zh, en },
      hint: { zh: hintZh, en: hintEn },
    },
  ]);
}

function readSource(name: string, entry: File['来源'][string]): FactSource {
  return {
    id: entry.标识,
    name: { zh: name, en: entry.英文 },
    departments: entry.部门 ?? [],
    selfReported: entry.自报 === '是',
  };
}

/** The first name in the orders that is no source, or that an order lacks though it must be complete. */
function strayName({ 来源, 次序, 分项次序 = {} }: File): readonly [string, string] | undefined {
  for (const [place, names] of [['次序', 次序] as const, ...Object.entries(分项次序)]) {
    const stray = names.find((name, at) => !(name in 来源) || names.indexOf(name) !== at);
    if (stray !== undefined) return [place, stray];
  }
  const missing = Object.keys(来源).find((name) => !次序.includes(name));
  return missing === undefined ? undefined : ['次序', missing];
}

/** Reads `fact-sources.yaml` of a city's content. The first fault is told. */
export function readFactSources(text: string): Result<FactSources, readonly FactSourcesFault[]> {
  const document = parseDocument(text);
  const [broken] = document.errors;
  if (broken !== undefined)
    return fault('', broken.message, broken.message, '改正 YAML 语法', 'mend the YAML');
  const read = fileSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!read.success) {
    const [issue] = read.error.issues;
    const message = issue?.message ?? '';
    const place = issue?.path.map(String).join('.') ?? '';
    return fault(place, message, message, '写法见文件开头的说明', 'see the head of the file');
  }
  const file = read.data;
  const stray = strayName(file);
  if (stray !== undefined)
    return fault(
      stray[0],
      `次序里的“${stray[1]}”没有这个来源、写了两次或漏了`,
      `“${stray[1]}” is no source, stands twice or is left out`,
      '每个来源在“次序”里写一次',
      'the general order names each source once',
    );
  const ids = (names: readonly string[]) => names.map((name) => file.来源[name]?.标识 ?? name);
  const order = ids(file.次序);
  const sources = Object.entries(file.来源).map(([name, entry]) => readSource(name, entry));
  const registered = Object.values(file.来源).find(({ 登记 }) => 登记 === '是');
  return ok({
    sources: new Map(sources.map((source) => [source.id, source])),
    order,
    orderOf: new Map(
      Object.entries(file.分项次序 ?? {}).map(([fact, names]) => [
        fact,
        [...new Set([...ids(names), ...order])],
      ]),
    ),
    register:
      registered === undefined || file.登记区 === undefined
        ? undefined
        : { districtFact: file.登记区, source: registered.标识 },
  });
}
