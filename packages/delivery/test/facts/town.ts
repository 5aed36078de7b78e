import { loadContent } from '@luodi/language';
import { readAs, systemActor } from '@luodi/platform';
import type { Actor, Database } from '@luodi/platform';
import { readCreditCode, readFactSources } from '../../src/index.ts';
import type { FactContext, FactRules, Sheet } from '../../src/index.ts';

const said = (text: string) => `定义: ${text}
    英文定义: ${text}
    出处: town.txt:1
    问: ${text}
    英文问: ${text}`;

const vocabulary = `
实体:
  企业: { 英文: Enterprise, 标识: enterprise }
  人员: { 英文: Person, 属于: 企业, 标识: person }
清单:
  行政区:
    英文: District
    有序: 否
    项: { 东: East, 西: West }
事实:
  所在区:
    标识: district
    英文: District
    类型: 选项
    选项: 行政区
    ${said('所在区')}
  高新技术企业:
    标识: high_tech_enterprise
    英文: High-tech enterprise
    类型: 是否
    ${said('高新技术企业')}
  年营业收入:
    标识: annual_revenue
    英文: Annual operating revenue
    类型: 金额
    期间: 年
    ${said('年营业收入')}
  职工人数:
    标识: employees
    英文: Employees
    类型: 个数
    单位: 人
    ${said('职工人数')}
  研发强度:
    标识: rd_intensity
    英文: R&D intensity
    类型: 比率
    ${said('研发强度')}
  厂房面积:
    标识: floor_area
    英文: Floor area
    类型: 面积
    ${said('厂房面积')}
  成立日期:
    标识: founded_on
    英文: Founded on
    类型: 日期
    ${said('成立日期')}
  博士:
    标识: doctorate
    英文: Holds a doctorate
    实体: 人员
    类型: 是否
    ${said('博士')}
  年薪:
    标识: salary
    英文: Salary
    实体: 人员
    类型: 金额
    ${said('年薪')}
`;

const sources = `
来源:
  认定: { 标识: recognition, 英文: Recognition }
  税务申报: { 标识: tax, 英文: Tax filings, 部门: [市税务局] }
  统计: { 标识: statistics, 英文: Statistics, 部门: [市统计局] }
  登记: { 标识: registration, 英文: Registration, 部门: [市登记局], 登记: 是 }
  企业自报: { 标识: enterprise, 英文: Stated by the enterprise, 自报: 是 }
次序: [认定, 税务申报, 统计, 登记, 企业自报]
分项次序: { 职工人数: [统计] }
登记区: 所在区
`;

const { content } = loadContent(new Map([['vocabulary/town.yaml', vocabulary]]));

function readRules(): FactRules {
  const read = readFactSources(sources);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return { vocabulary: content.vocabulary, sources: read.value };
}

export const rules = readRules();

/** A code of the right form, of an enterprise that there is not. */
export function codeOf(number: number): string {
  const first17 = `91330100DEMT${String(number).padStart(5, '0')}`;
  for (const last of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
    const code = readCreditCode(first17 + last);
    if (code.ok) return code.value;
  }
  throw new Error('one of 31 characters fits');
}

export function idOf(number: number): string {
  return `enterprise:${codeOf(number)}`;
}

export function nameOf(number: number): string {
  return `示例企业${number}`;
}

export function officer(organisation: string, district?: string): Actor {
  return { user: `u:${organisation}`, organisation, role: 'officer', district };
}
export const taxOffice = officer('city:市税务局');
export const statisticsOffice = officer('city:市统计局');

export function enterpriseUser(number: number): Actor {
  return {
    user: `u:${number}`,
    organisation: idOf(number),
    role: 'enterprise',
    district: undefined,
  };
}

export const system = systemActor('test');

/** Two districts, their offices, and enterprises 1 and 2 in the east, 3 in the west. */
export async function settleTown({ queries }: Database): Promise<FactContext> {
  await readAs(queries, system, (transaction) =>
    transaction
      .insertInto('organisation')
      .values([
        ...[
          'city:市税务局',
          'city:市统计局',
          'city:市登记局',
          'city:市科技局',
          'city:市经信局',
        ].map((id) => ({ id, kind: 'department' as const, name: id, name_en: id })),
        ...['东区', '西区'].map((name) => ({
          id: `district:${name}`,
          kind: 'district' as const,
          name,
          name_en: name,
          district: name,
        })),
        {
          id: 'district:东区:税务局',
          kind: 'department' as const,
          name: '东区税务局',
          name_en: 'Tax, East',
          district: '东区',
        },
        ...[1, 2, 3].map((number) => ({
          id: idOf(number),
          kind: 'enterprise' as const,
          name: nameOf(number),
          name_en: `Sample ${number}`,
          credit_code: codeOf(number),
          district: number === 3 ? '西区' : '东区',
        })),
      ])
      .execute(),
  );
  return { queries, rules };
}

/** A sheet as a reader of files gives it: cells parted by `|`, a line a row. */
export function sheetOf(...lines: readonly string[]): Sheet {
  return {
    fileName: '表.csv',
    name: '',
    others: [],
    rows: lines.map((line, at) => ({
      number: at + 1,
      cells: line.split('|').map((cell) => cell.trim()),
    })),
  };
}
