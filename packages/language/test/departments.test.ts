import { formatDiagnostic } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import { describe, expect, test } from 'vitest';

function read(entries: string) {
  const text = `部门:\n${entries}`;
  const { content, diagnostics } = loadContent(new Map([['vocabulary/departments.yaml', text]]));
  return { departments: content.vocabulary.departments, faults: diagnostics.map(formatDiagnostic) };
}

const renamed = `  市经信局:
    英文: Bureau of Economy and Information Technology
    全称: 杭州市经济和信息化局
    类别: 市级部门
    别名: [市经济和信息化局]
    曾用: [市经信委]
    沿革: 2019年改组而成
`;

test('a department is found under every name that it has or had', () => {
  const { departments, faults } = read(renamed);
  expect(faults).toEqual([]);
  const department = departments.get('市经信局');
  expect(department).toMatchObject({ departmentClass: 'municipal', formerNames: ['市经信委'] });
  expect(departments.get('市经信委')).toBe(department);
  expect(departments.get('市经济和信息化局')).toBe(department);
});

describe('a faulty entry', () => {
  const cases: readonly {
    readonly title: string;
    readonly entries: string;
    readonly fault: string;
  }[] = [
    {
      title: 'with a name that another department has',
      entries: `${renamed}  市工信局: { 英文: Other, 类别: 市级部门, 曾用: [市经信委], 沿革: 有 }\n`,
      fault: 'vocabulary/departments.yaml:9:37 LD1201 “市经信委”已是部门“市经信局”的名称',
    },
    {
      title: 'with a former name but not a word of what changed',
      entries: '  市经信局: { 英文: Bureau, 类别: 市级部门, 曾用: [市经信委] }\n',
      fault: 'vocabulary/departments.yaml:2:9 LD1005 部门“市经信局”缺少“沿革”',
    },
    {
      title: 'of a class that there is not',
      entries: '  市经信局: { 英文: Bureau, 类别: 市属部门 }\n',
      fault: 'vocabulary/departments.yaml:2:27 LD1006 “类别”不能是“市属部门” — 是不是“市级部门”？',
    },
  ];
  for (const { title, entries, fault } of cases)
    test(`${title} says so`, () => {
      const { faults } = read(entries);
      expect(faults.map((each) => each.slice(0, fault.length))).toEqual([fault]);
    });
});
