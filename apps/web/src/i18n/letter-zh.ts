/** The words around the letters of a case: the reference for all languages. The letters themselves are Chinese. */
export const letterZh = {
  title: '文书',
  intro: '可以查看、打印，或下载 Word。',
  kinds: {
    automatic_notice: '免申即享告知书',
    acceptance: '受理通知书',
    supplement: '补正通知书',
    refusal: '不予兑现决定书',
    grant: '兑现决定书',
    recovery: '追回决定书',
  },
  about: {
    automatic_notice: '告诉企业可以得到什么、依据什么、怎样提出异议',
    acceptance: '已收到申请，列出材料和后续步骤',
    supplement: '一次列清需要补正的内容',
    refusal: '写明不符合的条件和条款原文',
    grant: '写明金额、条款原文、认定的事实和核对方式',
    recovery: '写明追回的金额、理由和依据',
  },
  view: (name: string) => `查看${name}`,
  word: '下载 Word',
  wordOf: (name: string) => `下载 Word：${name}`,
  print: '打印',
  back: '回到办件',
  missing: '办件现在没有这份文书。',
};

/** Every language has the same keys with the same arguments. */
export type LetterTexts = typeof letterZh;
