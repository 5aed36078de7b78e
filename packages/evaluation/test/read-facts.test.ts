import { describe, expect, test } from 'vitest';
import type { FactFaultCode } from '../src/index.ts';
import { readFacts } from '../src/index.ts';
import { modelContent } from './mechanism-content.ts';

const content = modelContent();

type Row = readonly [
  title: string,
  facts: unknown,
  code: FactFaultCode,
  key: string,
  zh: string,
  en: string,
];

const payment = { 事项: '示范补助', 日期: '2023-02-03', 金额: '1元' };
const list = '请写成 项目: [ {…}, {…} ]';
const entry = '请写成 { 事项: 名称, 日期: 2023-05-01, 金额: 200万元 }';
const entryEn = 'write { matter: name, date: 2023-05-01, amount: 200万元 }';
const once = '同一事实写了两次，请只留一个';
const onceEn = 'the same fact is stated twice, keep only one';
const notObject = '事实应是一组“名称: 值”，如 {"高新技术企业": true}';
const notObjectEn = 'facts are a mapping of name to value, e.g. {"high_tech_enterprise": true}';
const aspects =
  '可写 上年、前年、近三年合计、近三年均值、往年最高、已获、本年已获、已获次数（事实名）';
const aspectsEn =
  'use one of prior_year, two_years_before, three_year_total, three_year_mean, past_highest, received, received_this_year, received_count (fact)';

function badHistory(title: string, history: unknown, key: string): Row {
  return [
    title,
    { 历史: history },
    'bad_history',
    key,
    `历史记录不完整，${entry}`,
    `incomplete history entry, ${entryEn}`,
  ];
}

const rows: readonly Row[] = [
  ['a list is no set of facts', ['合格'], 'not_an_object', '', notObject, notObjectEn],
  ['nor is nothing', null, 'not_an_object', '', notObject, notObjectEn],
  [
    'an unknown name, with the one meant',
    { 合恪: true },
    'unknown_fact',
    '合恪',
    '没有事实“合恪”，是不是“合格”？',
    'no fact is called “合恪”, did you mean “合格”?',
  ],
  [
    'an unknown id, with the one meant',
    { qualifed: true },
    'unknown_fact',
    'qualifed',
    '没有事实“qualifed”，是不是“qualified”？',
    'no fact is called “qualifed”, did you mean “qualified”?',
  ],
  [
    'a name like no other',
    { 注册地址: '杭州' },
    'unknown_fact',
    '注册地址',
    '没有事实“注册地址”，用 luodi facts 查看全部事实',
    'no fact is called “注册地址”, run luodi facts for the list',
  ],
  [
    'an unknown name without a value',
    { 合恪: null },
    'unknown_fact',
    '合恪',
    '没有事实“合恪”，是不是“合格”？',
    'no fact is called “合恪”, did you mean “合格”?',
  ],
  [
    'an unknown name in an aspect',
    { '上年(年投人)': '1元' },
    'unknown_fact',
    '上年(年投人)',
    '没有事实“年投人”，是不是“年投入”？',
    'no fact is called “年投人”, did you mean “年投入”?',
  ],
  [
    'a history of nothing known',
    { '已获(示范补贴)': '1元' },
    'unknown_fact',
    '已获(示范补贴)',
    '没有事项或措施“示范补贴”，是不是“示范补助”？',
    'no matter or measure is called “示范补贴”, did you mean “示范补助”?',
  ],
  [
    'the same without a value',
    { '已获(示范补贴)': '未知' },
    'unknown_fact',
    '已获(示范补贴)',
    '没有事项或措施“示范补贴”，是不是“示范补助”？',
    'no matter or measure is called “示范补贴”, did you mean “示范补助”?',
  ],
  [
    'a payment for nothing known',
    { 历史: [{ ...payment, 事项: '示范补贴' }] },
    'unknown_fact',
    '历史[0]',
    '没有事项或措施“示范补贴”，是不是“示范补助”？',
    'no matter or measure is called “示范补贴”, did you mean “示范补助”?',
  ],
  [
    'an aspect that there is not',
    { '大前年(年投入)': '1元' },
    'unknown_aspect',
    '大前年(年投入)',
    `“大前年(年投入)” 读不懂，${aspects}`,
    `cannot read “大前年(年投入)”, ${aspectsEn}`,
  ],
  [
    'an aspect of an aspect',
    { '上年(上年(年投入))': '1元' },
    'unknown_aspect',
    '上年(上年(年投入))',
    `“上年(上年(年投入))” 读不懂，${aspects}`,
    `cannot read “上年(上年(年投入))”, ${aspectsEn}`,
  ],
  [
    'neither yes nor no',
    { 合格: '可能' },
    'wrong_type',
    '合格',
    '值 “可能” 读不懂，请写 是 或 否',
    'cannot read “可能”, write 是/否 or true/false',
  ],
  [
    'a number for a truth',
    { 合格: 2 },
    'wrong_type',
    '合格',
    '值 2 读不懂，请写 是 或 否',
    'cannot read 2, write 是/否 or true/false',
  ],
  [
    'a large number for a truth',
    { 合格: 2n },
    'wrong_type',
    '合格',
    '值 2 读不懂，请写 是 或 否',
    'cannot read 2, write 是/否 or true/false',
  ],
  [
    'words for money',
    { 合同额: '很多' },
    'wrong_type',
    '合同额',
    '值 “很多” 读不懂，请写成 3000万元 这样',
    'cannot read “很多”, write it like 3000万元',
  ],
  [
    'a truth for money',
    { 合同额: true },
    'wrong_type',
    '合同额',
    '值 true 读不懂，请写成 3000万元 这样',
    'cannot read true, write it like 3000万元',
  ],
  [
    'no end of money',
    { 合同额: Infinity },
    'wrong_type',
    '合同额',
    '值 Infinity 读不懂，请写成 3000万元 这样',
    'cannot read Infinity, write it like 3000万元',
  ],
  [
    'words for a sum received',
    { '已获(示范补助)': '很多' },
    'wrong_type',
    '已获(示范补助)',
    '“很多” 不是金额，请写成 200万元 这样',
    '“很多” is not a sum of money, write it like 200万元',
  ],
  [
    'money for a count',
    { '已获次数(示范补助)': '3元' },
    'wrong_type',
    '已获次数(示范补助)',
    '“3元” 不是次数，请写成 2次 这样',
    '“3元” is not a count, write it like 2次',
  ],
  [
    'a unit that there is not',
    { 合同额: '3美元' },
    'unknown_unit',
    '合同额',
    '“3美元” 的单位不认识，请写成 3000万元 这样',
    'unknown unit in “3美元”, write it like 3000万元',
  ],
  [
    'an area for money',
    { 合同额: '3平方米' },
    'wrong_unit',
    '合同额',
    '“3平方米” 的单位不对，应以 元 为单位，如 3000万元',
    '“3平方米” has the wrong unit, expected 元, e.g. 3000万元',
  ],
  [
    'money as text without a unit',
    { 合同额: '300' },
    'wrong_unit',
    '合同额',
    '“300” 没有单位，应以 元 为单位，如 3000万元',
    '“300” has no unit, expected 元, e.g. 3000万元',
  ],
  [
    'another counter',
    { 人数: '3家' },
    'wrong_unit',
    '人数',
    '“3家” 的单位不对，应以 人 为单位，如 3人',
    '“3家” has the wrong unit, expected 人, e.g. 3人',
  ],
  [
    'a counter for a rate',
    { 占比: '3家' },
    'wrong_unit',
    '占比',
    '“3家” 的单位不对，应以 % 为单位，如 5%',
    '“3家” has the wrong unit, expected %, e.g. 5%',
  ],
  [
    'a wrong unit in one year',
    { 年投入: { 2024: '1吨' } },
    'wrong_unit',
    '年投入.2024',
    '“1吨” 的单位不对，应以 元 为单位，如 3000万元',
    '“1吨” has the wrong unit, expected 元, e.g. 3000万元',
  ],
  [
    'a wrong unit in the second item',
    { 项目: [{ 项目投资: '1元' }, { 项目投资: '1吨' }] },
    'wrong_unit',
    '项目[1].项目投资',
    '“1吨” 的单位不对，应以 元 为单位，如 3000万元',
    '“1吨” has the wrong unit, expected 元, e.g. 3000万元',
  ],
  [
    'a tenth of a fen',
    { 合同额: '0.001元' },
    'fraction_of_fen',
    '合同额',
    '“0.001元”（0.001元）不足整分，金额最小到分（0.01元）',
    '“0.001元” is not a whole number of fen, the smallest unit is 0.01 yuan',
  ],
  [
    'half a fen without a unit',
    { 合同额: 0.5 },
    'fraction_of_fen',
    '合同额',
    '不带单位的金额按分计，0.5 不是整数分，请写明单位，如 3000万元',
    'bare money is in fen; 0.5 is not a whole number, state the unit, e.g. 3000万元',
  ],
  [
    'money below zero',
    { 合同额: '-1元' },
    'negative',
    '合同额',
    '“-1元” 是负数，合同额 不能为负',
    '“-1元” is negative, Contract sum cannot be negative',
  ],
  [
    'large fen below zero',
    { 合同额: -100n },
    'negative',
    '合同额',
    '-100 是负数，合同额 不能为负',
    '-100 is negative, Contract sum cannot be negative',
  ],
  [
    'people below zero',
    { 人数: -1 },
    'negative',
    '人数',
    '-1 是负数，人数 不能为负',
    '-1 is negative, Staff cannot be negative',
  ],
  [
    'a day that does not exist',
    { 成立日: '2023-02-29' },
    'bad_date',
    '成立日',
    '“2023-02-29” 不是存在的日期，请写成 2024-01-23 这样',
    '“2023-02-29” is not a date that exists, write it like 2024-01-23',
  ],
  [
    'another spelling of a day',
    { 成立日: '2023年2月1日' },
    'bad_date',
    '成立日',
    '“2023年2月1日” 不是存在的日期，请写成 2024-01-23 这样',
    '“2023年2月1日” is not a date that exists, write it like 2024-01-23',
  ],
  [
    'no year',
    { 年投入: { 去年: '1元' } },
    'bad_year',
    '年投入.去年',
    '“去年” 不是年份，请写成 2024 这样',
    '“去年” is not a year, write it like 2024',
  ],
  [
    'an unknown choice, with the one meant',
    { 评级: '五星级' },
    'unknown_choice',
    '评级',
    '没有 “五星级” 这一项，是不是 五星？可选：五星、四星、三星、无星',
    'no such option: “五星级”, did you mean 五星? options: 五星、四星、三星、无星',
  ],
  [
    'a choice like no other',
    { 评级: 'A' },
    'unknown_choice',
    '评级',
    '没有 “A” 这一项，可选：五星、四星、三星、无星',
    'no such option: “A”, options: 五星、四星、三星、无星',
  ],
  [
    'the year before of a state',
    { '上年(合同额)': '1元' },
    'not_annual',
    '上年(合同额)',
    '“合同额”不按年记，请直接写 合同额: 值',
    '“Contract sum” is not an annual figure, write contract_sum: value',
  ],
  [
    'a state by year',
    { 合同额: { 2024: '1元' } },
    'not_annual',
    '合同额',
    '“合同额”不按年记，请直接写 合同额: 值',
    '“Contract sum” is not an annual figure, write contract_sum: value',
  ],
  [
    'a state by name and by id',
    { 合格: true, qualified: true },
    'stated_twice',
    'qualified',
    once,
    onceEn,
  ],
  [
    'an annual figure by name and by id',
    { 年投入: '1元', annual_investment: '1元' },
    'stated_twice',
    'annual_investment',
    once,
    onceEn,
  ],
  [
    'the year before in both spellings',
    { '上年(年投入)': '1元', 'prior_year(annual_investment)': '1元' },
    'stated_twice',
    'prior_year(annual_investment)',
    once,
    onceEn,
  ],
  [
    'one year twice',
    { 年投入: { 2024: '1元', '2024年': '2元' } },
    'stated_twice',
    '年投入.2024年',
    once,
    onceEn,
  ],
  [
    'one year in two maps',
    { 年投入: { 2024: '1元' }, annual_investment: { 2024: '3元' } },
    'stated_twice',
    'annual_investment.2024',
    once,
    onceEn,
  ],
  [
    'a matter and its only measure',
    { '已获(示范补助)': '1元', '已获(示范措施)': '1元' },
    'stated_twice',
    '已获(示范措施)',
    once,
    onceEn,
  ],
  ['items by name and by id', { 项目: [], project: [] }, 'stated_twice', 'project', once, onceEn],
  ['history by name and by id', { 历史: [], history: [] }, 'stated_twice', 'history', once, onceEn],
  [
    'words for items',
    { 项目: '两个' },
    'not_items',
    '项目',
    `应是列表，${list}`,
    'expected a list, write 项目: [ {…}, {…} ]',
  ],
  [
    'words for an item',
    { 项目: ['一个'] },
    'not_items',
    '项目[0]',
    '每一项应是一组事实，请写成 { 事实: 值 }',
    'each item is a set of facts, write { fact: value }',
  ],
  [
    'items in an item',
    { 项目: [{ 项目: [] }] },
    'not_items',
    '项目[0].项目',
    '一项里面不能再列项，请写在最外层',
    'an item has no items of its own, list them at the top',
  ],
  badHistory('words for a history', '没有', '历史'),
  badHistory('a payment without a day', [{ 事项: '示范补助', 金额: '1元' }], '历史[0]'),
  badHistory(
    'a payment on a day that does not exist',
    [{ ...payment, 日期: '2023-02-30' }],
    '历史[0]',
  ),
  badHistory('a payment without a sum', [{ 事项: '示范补助', 日期: '2023-02-03' }], '历史[0]'),
  [
    'a number too large to be exact',
    { 合同额: 2 ** 60 },
    'inexact_number',
    '合同额',
    '数 1152921504606847000 太大，读入时已不精确，请写成文字，如 "3000亿元"',
    'number 1152921504606847000 is too large to be exact, write it as text, e.g. "3000亿元"',
  ],
];

describe('each fault has a code, a place and a way to mend it, in both languages', () => {
  for (const [title, facts, code, key, zh, en] of rows)
    test(`${code}: ${title}`, () => {
      const read = readFacts(facts, content);
      const faults = read.ok ? [] : read.error;
      expect(
        faults.map(({ message, hint, ...rest }) => ({
          ...rest,
          zh: `${message.zh}，${hint.zh}`,
          en: `${message.en}, ${hint.en}`,
        })),
      ).toEqual([{ code, key, zh, en }]);
    });

  test('every code stands in the table', () => {
    const every: Record<FactFaultCode, true> = {
      not_an_object: true,
      unknown_fact: true,
      unknown_aspect: true,
      wrong_type: true,
      unknown_unit: true,
      wrong_unit: true,
      fraction_of_fen: true,
      negative: true,
      bad_date: true,
      bad_year: true,
      unknown_choice: true,
      not_annual: true,
      stated_twice: true,
      not_items: true,
      bad_history: true,
      inexact_number: true,
    };
    const shown = new Set<string>(rows.map(([, , code]) => code));
    expect(Object.keys(every).filter((code) => !shown.has(code))).toEqual([]);
  });

  test('all faults come at once', () => {
    const read = readFacts(
      { 合恪: true, 合同额: '-1元', 成立日: '2023-02-29', 人数: '3' },
      content,
    );
    expect(read.ok ? [] : read.error.map(({ code }) => code)).toEqual([
      'unknown_fact',
      'negative',
      'bad_date',
    ]);
  });
});
