import type { Reporter } from '../diagnostic/reporter.ts';
import { entrySpan, spanOf } from '../read/data-node.ts';
import type { Entry, ScalarNode } from '../read/data-node.ts';
import { Keyed } from '../read/keyed.ts';
import type { Department, DepartmentClass } from '../tree/index.ts';
import type { VocabularyDraft } from './vocabulary-draft.ts';

const classes: Readonly<Record<string, DepartmentClass>> = {
  市级部门: 'municipal',
  区县: 'district',
  省级: 'provincial',
  国家和驻杭: 'national',
  平台管委会: 'park',
  国有企业: 'state_owned',
  法院检察院: 'judicial',
  社会组织: 'association',
  集体: 'collective',
  其他: 'other',
};

const keys: readonly string[] = ['英文', '全称', '类别', '别名', '曾用', '沿革'];

/** Reads one entry of 部门 into the draft, under all of its names; a name that another department has is a fault. */
export function readDepartment(entry: Entry, draft: VocabularyDraft, reporter: Reporter): void {
  const name = entry.key.text;
  const what = `部门“${name}”`;
  if (entry.value.kind !== 'mapping') {
    reporter.report('wrongShape', entrySpan(entry), `${what}下面要写 ${keys.join('、')}`);
    return;
  }
  const keyed = new Keyed(entry.value, keys, what, reporter);
  for (const key of ['英文', '类别']) if (!keyed.has(key)) keyed.missing(key, what);
  const [alsoWritten, formerNames] = [keyed.texts('别名'), keyed.texts('曾用')];
  if (formerNames.length > 0 && !keyed.has('沿革')) keyed.missing('沿革', what);
  const texts = (nodes: readonly ScalarNode[]) => nodes.map(({ text }) => text);
  const department: Department = {
    name,
    nameEn: keyed.text('英文') ?? '',
    fullName: keyed.text('全称') ?? name,
    departmentClass: keyed.oneOf('类别', classes) ?? 'other',
    alsoWritten: texts(alsoWritten),
    formerNames: texts(formerNames),
    history: keyed.text('沿革'),
  };
  for (const node of [entry.key, ...alsoWritten, ...formerNames]) {
    const other = draft.departments.get(node.text);
    if (other === undefined) draft.departments.set(node.text, department);
    else
      reporter.report('duplicateName', spanOf(node), `“${node.text}”已是部门“${other.name}”的名称`);
  }
}
