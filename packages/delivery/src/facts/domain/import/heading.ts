import { findUnit } from '@luodi/kernel';

/** A heading taken apart: `2024年营业收入（万元）`. */
export interface Heading {
  /** Without unit and year. */
  readonly name: string;
  readonly unit: string | undefined;
  readonly year: number | undefined;
  /** `上年`, `上年度` before the name: the year before that of the import. */
  readonly priorYear: boolean;
}

const codeHeadings = [
  '统一社会信用代码',
  '社会信用代码',
  '信用代码',
  '纳税人识别号',
  '税号',
  'unified social credit code',
  'credit code',
];
const nameHeadings = [
  '企业名称',
  '单位名称',
  '公司名称',
  '纳税人名称',
  '名称',
  'enterprise name',
  'company name',
  'name',
];
const yearHeadings = ['年度', '年份', '所属年度', '会计年度', 'year'];

function isOneOf(headings: readonly string[], text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/[*:\s]+$|^\*+/gu, '')
    .trim()
    .toLowerCase();
  return headings.some((heading) => heading === plain || plain === heading.replaceAll(' ', '_'));
}

export function isCodeHeading(text: string): boolean {
  return isOneOf(codeHeadings, text);
}

export function isNameHeading(text: string): boolean {
  return isOneOf(nameHeadings, text);
}

export function isYearHeading(text: string): boolean {
  return isOneOf(yearHeadings, text);
}

/** Takes unit and year off a heading, in any width of its signs. What stands in brackets and is no unit stays in the name. */
export function readHeading(text: string): Heading {
  let name = text
    .normalize('NFKC')
    .replace(/^\*|[*:]$/gu, '')
    .trim();
  let unit: string | undefined;
  const bracketed = /^(.*?)\s*[([【](?:单位:)?([^()[\]【】]+)[)\]】]\s*$/u.exec(name);
  const [, before = '', inside = ''] = bracketed ?? [];
  if (bracketed !== null && findUnit(inside.trim()) !== undefined) {
    unit = inside.trim();
    name = before;
  }
  const dated =
    /^(.*?)\s*[(]?((?:19|20)\d{2})\s*年?度?[)]?\s*$|^((?:19|20)\d{2})\s*(?:年度|年)\s*(.+)$/u.exec(
      name,
    );
  let year: number | undefined;
  if (dated !== null) {
    const [, ahead, yearAfter, yearBefore, behind] = dated;
    const rest = (ahead ?? behind ?? '').trim();
    if (rest !== '') {
      year = Number(yearAfter ?? yearBefore);
      name = rest;
    }
  }
  const prior = /^上(?:一)?年度?的?(.+)$/u.exec(name)?.[1];
  return { name: prior ?? name, unit, year, priorYear: prior !== undefined };
}
