import { describe, expect, test } from 'vitest';
import { indicatorsOf } from '@luodi/language';
import { attributes } from '../../src/population/columns.ts';
import { readProfile } from '../../src/population/index.ts';
import { factsToGenerate } from '../../src/population/profile/facts-to-generate.ts';
import { hangzhou, planOf, profileText } from './support/synthetic-city.ts';

const content = await hangzhou();
const attributeIds = new Set<string>(attributes);

describe('the profile of the synthetic city', () => {
  test('covers every fact that a grant or relief reads and that nothing else follows from', () => {
    const plan = planOf(content);
    const planned = new Set(
      [...plan.enterpriseFacts, ...plan.entities.flatMap(({ facts }) => facts)].map(
        ({ fact }) => fact.name,
      ),
    );
    const lacking = factsToGenerate(content)
      .filter(
        ({ name, id, factKind }) =>
          factKind !== 'text' && !attributeIds.has(id) && !planned.has(name),
      )
      .map(({ name }) => name);
    expect(lacking).toEqual([]);
    expect(planned.has('年度研发投入')).toBe(true);
    expect(planned.has('年度研发投入新增额')).toBe(false);
  });

  test('takes its totals from indicators of the library, with the same figure and year', () => {
    const indicators = new Map(
      content.documents.flatMap((document) =>
        indicatorsOf(document).map((each) => [each.id, each]),
      ),
    );
    const totals = planOf(content).profile.合计 ?? [];
    expect(totals.length).toBeGreaterThan(0);
    for (const total of totals) {
      const target = indicators.get(total.指标)?.targets[0];
      expect(target?.time).toMatchObject({ kind: 'moment', moment: { year: total.年 } });
      expect(indicators.get(total.指标)?.unit).toBe('亿元');
      expect(target?.figure).toMatchObject({
        kind: 'number',
        number: { numerator: BigInt(total.合计 / 10_000_000_000), denominator: 1n },
      });
    }
  });
});

describe('a faulty profile', () => {
  const cases = [
    {
      name: 'says on which line the YAML breaks',
      change: ['标题: 合成城市', '标题: [合成城市'],
      zh: '不是合格的 YAML',
    },
    {
      name: 'names a fact that the vocabulary lacks, and a near one',
      change: ['  年度研发投入: {', '  年度研发投人: {'],
      zh: '没有事实“年度研发投人”',
      hint: '是不是“年度研发投入”？',
    },
    {
      name: 'names an industry that it does not define',
      change: ['随行业: { 批发和零售业: 20 }', '随行业: { 批发业: 20 }'],
      zh: '“批发业”不在“行业”里',
      hint: '批发和零售业',
    },
    {
      name: 'has a district that the list of the vocabulary lacks',
      change: ['  滨江: 8', '  滨江区: 8'],
      zh: '“滨江区”不在“清单 行政区”里',
      hint: '滨江',
    },
    {
      name: 'has a share above one',
      change: ['中小企业: { 是: 0.99', '中小企业: { 是: 1.99'],
      zh: '比例要在 0 与 1 之间',
    },
    {
      name: 'has a member that the list lacks',
      change: ['一星级: 0.2', '零星级: 0.2'],
      zh: '没有“零星级”',
      hint: '五星级',
    },
    {
      name: 'lets two facts need each other',
      change: [
        '高新技术企业: { 是: 0.014,',
        '高新技术企业: { 是: 0.014, 须: [首次认定为高新技术企业],',
      ],
      zh: '成环',
    },
    {
      name: 'has an unknown key',
      change: ['付款: { 齐全: 0.4', '付款: { 齐: 0.4'],
      zh: '付款',
    },
    {
      name: 'puts an enterprise into two totals',
      change: [
        '    行业: [科学研究和技术服务业]\n    规模: [大型, 中型, 小型]',
        '    行业: [科学研究和技术服务业, 信息传输、软件和信息技术服务业]',
      ],
      zh: '已在另一个合计里',
    },
    {
      name: 'names an indicator that no document has',
      change: ['指标/软件信息业业务收入', '指标/软件业业务收入'],
      zh: '库里没有指标',
    },
  ] as const;
  for (const each of cases)
    test(each.name, () => {
      const [from, to] = each.change;
      expect(profileText).toContain(from);
      const read = readProfile(profileText.replace(from, to), 'profile.yaml', content);
      if (read.ok) throw new Error('the profile was accepted');
      const found = read.error.find((fault) => fault.message.zh.includes(each.zh));
      expect(found, read.error.map((fault) => fault.message.zh).join('\n')).toBeDefined();
      if ('hint' in each) expect(found?.hint.zh).toContain(each.hint);
      const line = profileText.slice(0, profileText.indexOf(from)).split('\n').length;
      const stated = Number(found?.place.replace('profile.yaml:', ''));
      expect(stated).toBeGreaterThanOrEqual(line - 5);
      expect(stated).toBeLessThanOrEqual(line + 10);
    });
});
