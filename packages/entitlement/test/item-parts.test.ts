import { createEvaluator } from '@luodi/evaluation';
import { loadContent } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { explainRestraint } from '../src/index.ts';
import { matchOf } from './fixture.ts';

const fact = (name: string, id: string, type: string) =>
  `  ${name}: { 标识: ${id}, 英文: ${id}, 实体: 人员, ${type}, 定义: 见名, 英文定义: As named, 出处: "demo.txt:1", 问: 是多少？, 英文问: What? }`;

const vocabulary = `
实体:
  企业: { 英文: Enterprise, 标识: enterprise }
  人员: { 英文: Person, 属于: 企业, 标识: person }
事项:
  用工补贴: { 英文: Employment subsidy }
事实:
${fact('应届毕业生', 'graduate', '类型: 是否')}
${fact('登记失业', 'unemployed', '类型: 是否')}
${fact('月工资', 'wage', '类型: 金额, 单位: 元')}
`;

const document = `---
编号: demo
标题: 示范措施
英文标题: Demonstration measures
施行: 2024-01-01
有效期至: 长期
叠加: 从优就高不重复
来源: { 文件: demo.txt, 行: [1, 3] }
---
## 一、用工补贴 〔1〕

> 对招用应届毕业生的，每人给予1500元补贴；对招用登记失业人员的，每人给予1000元补贴，每家企业合计不超过2500元；按月工资的三分之一给予补贴。

\`\`\`政策
毕业生补贴:
  英文: Graduates
  英文说明: CNY 1,500 a person.
  事项: 用工补贴
  对象: 人员
  条件: 应届毕业生
  给: 1500元
失业补贴:
  英文: Unemployed
  英文说明: CNY 1,000 a person.
  事项: 用工补贴
  对象: 人员
  条件: 登记失业
  给: 1000元
  合计封顶: 2500元
工资补贴:
  英文: Wages
  英文说明: A third of the monthly wage.
  事项: 用工补贴
  对象: 人员
  条件: 月工资 超过 0元
  给: 月工资 ÷ 3
  换算: { 0元: 月工资, 3: 三分之一 }
\`\`\`

\`\`\`用例
- 政策: 毕业生补贴
  事实: { 应届毕业生: 是 }
  得: 1500元
- 政策: 失业补贴
  事实: { 登记失业: 是 }
  得: 1000元
- 政策: 工资补贴
  事实: { 月工资: 3000元 }
  得: 1000元
\`\`\`
`;

const { content, diagnostics } = loadContent(
  new Map([
    ['vocabulary/demo.yaml', vocabulary],
    ['documents/demo.policy.md', document],
  ]),
);
const evaluator = createEvaluator(content);

type Person = readonly [graduate: boolean, unemployed: boolean, wage: string];

function best(...persons: readonly Person[]) {
  const 人员 = persons.map(([应届毕业生, 登记失业, 月工资]) => ({ 应届毕业生, 登记失业, 月工资 }));
  return matchOf({ 人员 }, '2026-06-01', evaluator).best;
}

function counted(found: ReturnType<typeof best>) {
  return found.chosen.map(({ id, countedUpperFen }) => [id.replace('demo/', ''), countedUpperFen]);
}

test('the content under test has no errors', () => {
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('subsidies of one matter for persons', () => {
  test('different persons may earn different ones', () => {
    const found = best([true, false, '0元'], [false, true, '0元']);
    expect(counted(found)).toEqual([
      ['失业补贴', 100_000n],
      ['毕业生补贴', 150_000n],
    ]);
    expect(found.exactFen).toBe(250_000n);
    expect(found.setAside).toEqual([]);
  });

  test('one person earns the best one only', () => {
    const found = best([true, true, '0元'], [true, true, '0元']);
    expect(counted(found)).toEqual([['毕业生补贴', 300_000n]]);
    expect(found.setAside).toMatchObject([
      {
        id: 'demo/失业补贴',
        because: { kind: 'excluded_by', winners: [{ id: 'demo/毕业生补贴' }] },
      },
    ]);
  });

  test('of a measure that counts for some, it is said for how many and what the others earn', () => {
    const found = best([true, true, '0元'], [false, true, '0元']);
    expect(counted(found)).toEqual([
      ['失业补贴', 100_000n],
      ['毕业生补贴', 150_000n],
    ]);
    const restraint = found.chosen[0]?.restraint;
    expect(restraint).toEqual({ kind: 'items', counted: 1, of: 2, others: ['demo/毕业生补贴'] });
    if (restraint === undefined) return;
    const labels = new Map([['demo/毕业生补贴', '毕业生补贴']]);
    expect(explainRestraint(restraint, labels, 'zh')).toBe(
      '2项中这里计 1项，其余的按“毕业生补贴”计，同一项不重复',
    );
    expect(explainRestraint(restraint, labels, 'en')).toBe(
      '1 of 2 items count here, the others under “毕业生补贴”; no item is paid twice',
    );
  });

  test('the cap on the sum over all persons holds for those that count', () => {
    const four: readonly Person[] = Array.from({ length: 4 }, () => [false, true, '0元']);
    expect(best(...four).exactFen).toBe(250_000n);
    expect(best(...four, [true, false, '0元']).exactFen).toBe(400_000n);
  });

  test('a measure that counts for all counts what it says, not its items cut down one by one', () => {
    const found = best([false, false, '100元'], [false, false, '100元'], [false, false, '100元']);
    expect(found.exactFen).toBe(10_000n);
  });

  test('persons listed in another order earn the same', () => {
    const persons: readonly Person[] = [
      [true, true, '6000元'],
      [false, true, '2000元'],
      [true, false, '0元'],
    ];
    expect(best(...persons.toReversed()).exactFen).toBe(best(...persons).exactFen);
    expect(best(...persons).exactFen).toBe(200_000n + 100_000n + 150_000n);
  });
});
