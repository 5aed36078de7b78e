import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Fact, FactKind, Vocabulary } from '@luodi/language';
import type { Distribution } from './population-plan.ts';
import { choiceShape, dateShape, numberShape, truthShape } from './profile-shape.ts';
import type { ProfileNumbers } from './profile-shape.ts';
import { shapeFaults } from './shape-faults.ts';
import type { ProfileFault } from './shape-faults.ts';

const defaultOf = {
  truth: '是否',
  money: '金额',
  rate: '比率',
  number: '数',
  count: '个数',
  duration: '时长',
  measured: '计量',
  choice: '选项',
  date: '日期',
} as const satisfies Partial<Record<FactKind, keyof ProfileNumbers['默认']>>;

function read(
  fact: Fact,
  raw: unknown,
  vocabulary: Vocabulary,
): Result<Distribution, readonly ProfileFault[]> {
  const path = ['事实', fact.name];
  switch (fact.type.kind) {
    case 'truth': {
      const read = truthShape.safeParse(raw);
      if (!read.success) return fail(shapeFaults(read.error.issues, path));
      return ok({ kind: 'truth', spec: read.data });
    }
    case 'number': {
      const read = numberShape.safeParse(raw);
      if (!read.success) return fail(shapeFaults(read.error.issues, path));
      return ok({ kind: 'number', spec: read.data });
    }
    case 'choice': {
      const read = choiceShape.safeParse(raw);
      if (!read.success) return fail(shapeFaults(read.error.issues, path));
      return withMembers(fact.type.list, read.data, path, vocabulary);
    }
    case 'date': {
      const read = dateShape.safeParse(raw);
      if (!read.success) return fail(shapeFaults(read.error.issues, path));
      return ok({ kind: 'date', spec: read.data });
    }
    case 'text':
      return fail(shapeFaults([{ path: [], message: '文字事实没有分布，请删去这一项' }], path));
  }
}

function withMembers(
  list: string,
  spec: Extract<Distribution, { kind: 'choice' }>['spec'],
  path: readonly string[],
  vocabulary: Vocabulary,
): Result<Distribution, readonly ProfileFault[]> {
  const members = (vocabulary.lists.get(list)?.members ?? []).map(({ name }) => name);
  const named = [...Object.keys(spec.选 ?? {}), ...(spec.否则 === undefined ? [] : [spec.否则])];
  const unknown = named.filter((name) => !members.includes(name));
  if (unknown.length === 0) return ok({ kind: 'choice', spec, members });
  return fail(
    unknown.map((name) => ({
      path: [...path, '选', name],
      zh: `清单“${list}”没有“${name}”`,
      en: `the list “${list}” has no “${name}”`,
      mend: { zh: `可用：${members.join('、')}`, en: `members: ${members.join(', ')}` },
    })),
  );
}

/** How a fact is distributed: by its own entry, else by the default of its kind. A text has no values: `undefined`. */
export function distributionOf(
  fact: Fact,
  entry: unknown,
  defaults: ProfileNumbers['默认'],
  vocabulary: Vocabulary,
): Result<Distribution | undefined, readonly ProfileFault[]> {
  if (entry !== undefined) return read(fact, entry, vocabulary);
  if (fact.factKind === 'text') return ok(undefined);
  return read(fact, defaults[defaultOf[fact.factKind]], vocabulary);
}
