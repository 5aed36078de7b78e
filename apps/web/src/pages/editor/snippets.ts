import { blockKeywords } from '@luodi/language';

/** Whole blocks as templates: `#{n:words}` are the places that Tab goes through. */
const bodies: Readonly<Record<string, string>> = {
  政策: `#{1:措施名}:
  英文: #{2:Name in English}
  英文说明: #{3:What the clause gives, in one sentence.}
  事项: #{4:事项}
  条件:
    - #{5:条件}
  给: #{6:200万元}
  责任: [#{7:市科技局}]`,
  用例: `- 名: #{1:典型情形}
  事实: { #{2:事实: 是} }
  得: #{3:200万元}`,
  任务: `#{1:任务名}:
  英文: #{2:Task in English}
  责任: [#{3:市科技局}]`,
  指标: `#{1:指标名}:
  英文: #{2:Indicator in English}
  单位: "#{3:%}"
  目标:
    - { 时间: #{4:2025}, 值: #{5:不低于 6} }`,
  清单: `#{1:清单名}:
  英文: #{2:List in English}
  种类: #{3:事项}
  项:
    - #{4:第一项}`,
  流程: `#{1:流程名}:
  英文: #{2:Procedure in English}
  步骤:
    - 名: #{3:受理}
      英文: #{4:Acceptance}
      主体: [#{5:市科技局}]`,
  抽查: `#{1:抽查事项}:
  英文: #{2:Inspection in English}
  主体: [#{3:市市场监管局}]
  比例: #{4:不低于 5%}`,
  合同: `#{1:合同名}:
  英文: #{2:Contract in English}
  当事人: { 甲方: #{3:甲方}, 乙方: #{4:乙方} }
  条款:
    - 名: #{5:条款名}
      英文: #{6:Term in English}
      文字: #{7:要求}`,
  不执行: `理由: #{1:宣示}
说明: #{2:一句话说清为什么这里没有可以执行的内容}`,
};

export interface BlockSnippet {
  readonly keyword: string;
  /** The block with its fences, for an empty line. */
  readonly whole: string;
  /** What follows the opening fence. */
  readonly afterFence: string;
}

const fence = '`'.repeat(3);

export const blockSnippets: readonly BlockSnippet[] = blockKeywords.map((keyword) => {
  const afterFence = `${keyword}\n${bodies[keyword] ?? ''}\n${fence}`;
  return { keyword, whole: `${fence}${afterFence}\n`, afterFence };
});
