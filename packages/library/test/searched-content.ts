const vocabulary = `
实体:
  企业: { 英文: Enterprise, 标识: enterprise }
事项:
  研发补助: { 英文: R&D support }
  减税: { 英文: Tax relief }
事实:
  年度研发投入:
    { 标识: rd, 英文: R&D, 类型: 金额, 单位: 元, 定义: 研发投入, 英文定义: R&D, 出处: "demo.txt:1", 问: 多少？, 英文问: How much? }
  应纳税额:
    { 标识: tax, 英文: Tax due, 类型: 金额, 单位: 元, 定义: 应纳税额, 英文定义: Tax due, 出处: "demo.txt:2", 问: 多少？, 英文问: How much? }
`;

const head = (id: string, status: string, from: string, until: string) => `---
编号: ${id}
标题: 示范措施
英文标题: Demonstration measures
施行: ${from}
有效期至: ${until}
状态: ${status}
叠加: 未规定
来源: { 文件: demo.txt, 行: [1, 3] }
---
`;

const draft = `${head('a-draft', '征求意见稿', '2026-01-01', '长期')}
## 一、草稿 〔1〕

> 鼓励企业加大研发。

\`\`\`不执行
理由: 宣示
说明: 没有可以计算的内容
\`\`\`
`;

const final = `${head('b-final', '正式', '2024-01-01', '2027-12-31')}
## 一、支持研发 〔1〕

> 对年度研发投入达到100万元的企业，给予最高20万元补助。

\`\`\`政策
研发补助:
  英文: R&D subsidy
  英文说明: Up to CNY 200,000.
  事项: 研发补助
  条件: 年度研发投入 达到 100万元
  给: 最高 20万元
  责任: [市科技局]
\`\`\`

\`\`\`用例
- 事实: { 年度研发投入: 100万元 }
  得: 最高 20万元
\`\`\`

## 二、减税 〔2〕

> 企业应纳税额减征50%。

\`\`\`政策
减征:
  英文: Tax halved
  英文说明: Half of the tax due.
  种类: 减免
  事项: 减税
  给: 应纳税额 × 50%
  责任: [市税务局]
\`\`\`

\`\`\`用例
- 事实: { 应纳税额: 100万元 }
  得: 50万元
\`\`\`

## 三、培育 〔3〕

> 到2027年，培育５Ｇ企业300家。

\`\`\`指标
五代移动通信企业:
  英文: Mobile enterprises
  单位: 家
  目标: [ { 时间: 2027, 值: 300 } ]
\`\`\`
`;

/** A draft and a final document that search finds its way in. */
export const searchedFiles: ReadonlyMap<string, string> = new Map([
  ['vocabulary/demo.yaml', vocabulary],
  ['documents/a-draft.policy.md', draft],
  ['documents/b-final.policy.md', final],
]);
