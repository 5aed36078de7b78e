import { GuideCode, GuideTable } from './guide-parts.tsx';

/** The language on one page, in English; keywords and names stay Chinese, as policies are written. */
export function GuideEn() {
  return (
    <>
      <h2>How a clause is written</h2>
      <p>
        A heading with number, name and source line; the words copied exactly; below them what runs,
        then examples.
      </p>
      <GuideCode>{`## 一、（二）研发投入补助 〔12〕

> 高新技术企业年度研发投入200万元以上的，
> 按不超过5%给予补助，最高200万元。

\`\`\`政策
研发补助:
  英文: R&D subsidy
  英文说明: Up to 5% of annual R&D spending …
  事项: 研发投入补助
  条件:
    - 高新技术企业
    - 年度研发投入 在 200万元 以上
  给: 最高 年度研发投入 × 5%
  封顶: 200万元
  责任: [市科技局]
\`\`\`

\`\`\`用例
- 名: 刚好200万元
  事实: { 高新技术企业: 是, 年度研发投入: 200万元 }
  得: 最高 10万元
\`\`\``}</GuideCode>
      <p>
        <span lang="zh-CN">政策</span> measures · <span lang="zh-CN">事项</span> matter ·{' '}
        <span lang="zh-CN">条件</span> conditions · <span lang="zh-CN">给</span> amount ·{' '}
        <span lang="zh-CN">封顶</span> cap · <span lang="zh-CN">责任</span> departments ·{' '}
        <span lang="zh-CN">用例</span> examples · <span lang="zh-CN">事实</span> facts
      </p>
      <h2>Conditions</h2>
      <p>
        One a line, all must hold; words are separated by spaces. A fact not stated is unknown,
        never “no”.
      </p>
      <GuideTable
        rows={[
          ['在 A 以上 · 达到 · 不低于', 'at least'],
          ['在 A 以下 · 以内 · 不超过', 'at most'],
          ['超过 · 高于 · 在 A 以外', 'more than'],
          ['不满 · 低于', 'less than'],
          ['等次 为 五星', 'is this choice'],
          ['等次 属于 [五星, 四星]', 'is one of these'],
          ['且 · 或 · 非', 'and · or · not'],
          ['上年(X) · 近三年均值(X)', 'earlier years'],
          ['已获(事项)', 'received before'],
          ['除外:', 'if one holds, nothing is given'],
        ]}
      />
      <h2>How much</h2>
      <GuideTable
        rows={[
          ['给: 200万元', 'exactly'],
          ['给: 最高 X × 5%', 'the text says “at most”'],
          ['给: 不低于 3万元', 'the text says “at least”'],
          ['给: 酌定 最高 1亿元', 'case by case'],
          ['给: 决定 "无需办理"', 'a decision without money; add 英文结果'],
          ['依次: [{当, 给}, …]', 'the first arm that holds'],
          ['按: 等次 ＋ 档: {…}', 'graded by a choice'],
          ['累加: [{当, 给}, …]', 'the sum of what holds'],
          ['封顶: 200万元', 'cap'],
        ]}
      />
      <p>
        Every number of a rule stands in the quotation above it; where the words differ, say so:{' '}
        <code lang="zh-CN">{'换算: { 50%: 减半 }'}</code>
      </p>
      <h2>Examples</h2>
      <GuideTable
        rows={[
          ['得: 最高 10万元', 'entitled to exactly that'],
          ['不得: 是', 'not entitled'],
          ['缺: [年度研发投入]', 'undecided: exactly these are missing'],
          ['未施行: 是', 'not in force on that 日期 (date)'],
        ]}
      />
      <h2>Nothing to calculate</h2>
      <GuideCode>{`\`\`\`不执行
理由: 宣示
说明: 只说明制定的目的
\`\`\``}</GuideCode>
      <p>
        What somebody is told to do is a <span lang="zh-CN">任务</span>, a number to be reached an{' '}
        <span lang="zh-CN">指标</span>. On an empty line under a quotation Ctrl+Space offers a
        template of each.
      </p>
      <h2>Facts that do not exist yet</h2>
      <p>
        A misspelt fact is mended by “Change to …”. If the library has none, declare it: it is added
        to the vocabulary; then word its definition and question.
      </p>
    </>
  );
}
