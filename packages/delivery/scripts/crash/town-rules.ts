import { createEvaluator } from '@luodi/evaluation';
import type { Evaluator } from '@luodi/evaluation';
import { loadContent } from '@luodi/language';
import { versionOfFiles } from '@luodi/platform';

/** How many rounds there can be of each manner: every one has rules and matters of its own, so that none excludes another. */
export const mostRounds = 24;
/** What the cases are about that have money alone: what the last round is about, which hardly anybody comes to. */
export const matterOfMoney = `投入补助${mostRounds}`;

function rules(round: number): string {
  return `---
编号: town-${round}
标题: 演示办法之${round}
英文标题: Demonstration measures ${round}
标题推定: 否
文号: ""
发布机关: ""
施行: 2024-01-01
有效期至: 2027-12-31
牵头: 科技局
叠加: 从优就高不重复
资金: ""
来源: { 文件: town.txt, 行: [1, 1] }
---

## 一、补助 〔1〕

> 对科技企业按不超过投入额10%给予补助，最高1万元；对备案的给予300元。

\`\`\`政策
投入补助${round}:
  英文: Investment subsidy
  英文说明: Up to a tenth of the investment, at most CNY 10,000.
  事项: 投入补助${round}
  条件: [科技企业]
  给: 最高 投入额 × 10%
  封顶: 1万元
备案补助${round}:
  英文: Filing subsidy
  英文说明: CNY 300 for a filing.
  事项: 备案补助${round}
  条件: [科技企业, 已备案]
  给: 300元
\`\`\`

\`\`\`用例
- { 政策: 投入补助${round}, 事实: { 科技企业: 是, 投入额: 3万元 }, 得: 最高 3000元 }
- { 政策: 备案补助${round}, 事实: { 科技企业: 是, 已备案: 是 }, 得: 300元 }
\`\`\`
`;
}

function fact(name: string, id: string, type: string): string {
  return `  ${name}:
    标识: ${id}
    英文: Fact ${id}
    类型: ${type}
    定义: ${name}
    英文定义: Fact ${id}
    出处: town.txt:1
    问: ${name}？
    英文问: Fact ${id}?
`;
}

function vocabulary(rounds: readonly number[]): string {
  const matters = rounds.flatMap((round) =>
    ['投入补助', '备案补助'].map((name) => `  ${name}${round}: { 英文: Subsidy }\n`),
  );
  return `实体:
  企业: { 英文: Enterprise, 标识: enterprise }
事项:
${matters.join('')}事实:
${fact('科技企业', 'tech', '是否')}${fact('已备案', 'filed', '是否')}${fact('投入额', 'investment', '金额\n    单位: 元')}`;
}

/** A plainly synthetic town's rules: small, so that a process knows them at once. */
export interface TownRules {
  readonly files: ReadonlyMap<string, string>;
  readonly evaluator: Evaluator;
  readonly version: string;
}

export function townRules(): TownRules {
  const rounds = Array.from({ length: mostRounds }, (_, index) => index + 1);
  const files = new Map([
    ['vocabulary/town.yaml', vocabulary(rounds)],
    ...rounds.map((round) => [`documents/town-${round}.policy.md`, rules(round)] as const),
  ]);
  const version = versionOfFiles(files);
  const { content, diagnostics } = loadContent(files, 'everything', version);
  const fault = diagnostics.find(({ severity }) => severity === 'error');
  if (fault !== undefined) throw new Error(JSON.stringify(fault));
  return { files, evaluator: createEvaluator(content), version };
}
