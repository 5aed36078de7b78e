/** The words of the journal's page: the reference for all languages. */
export const journalZh = {
  title: '留痕',
  intro: '谁、何时、做了什么、为什么。每一条都接在前一条的校验码之后，改动、删除都会露出来。',
  who: '谁（姓名或账户）',
  what: '做了什么',
  whatHint: '如 case.submit；以点结尾则查一类，如 task.',
  subject: '对什么（编号）',
  from: '从',
  until: '到',
  search: '查找',
  none: '没有这样的记录。放宽条件再试。',
  columns: { at: '时间', who: '谁', what: '做了什么', subject: '对什么', reason: '理由' },
  detail: '明细',
  hash: '校验码',
  later: '最新',
  earlier: '更早的',
};

/** Every language has the same keys with the same arguments. */
export type JournalTexts = typeof journalZh;
