import {
  conditions,
  date,
  departments,
  key,
  listOf,
  mapping,
  measures,
  oneOf,
  wordList,
  words,
  yesNo,
} from './schema-shape.ts';
import type { KeyTable, Shape } from './schema-shape.ts';

const expression: Shape = { kind: 'expression' };
const grant: Shape = { kind: 'grant' };

const modifierKeys: KeyTable = {
  封顶: key('这一笔最多付多少', 'The most that is paid', expression),
  补差: key('只补与已获之间的差额', 'Pays only the difference to what was received', expression),
  累计封顶: key(
    '连同以前各笔，合计最多多少',
    'Cap on this and earlier payments together',
    mapping({
      金额: key('累计最多多少', 'The most in all', expression),
      已获: key('以前得过多少，如 已获(X)', 'What was received before', expression),
    }),
  ),
  总额不超过: key('不超过这个基数', 'No more than this base', expression),
};

const amountShape: Shape = { kind: 'mapping', keys: () => amountKeys };
const armShape: Shape = {
  kind: 'mapping',
  keys: () => ({
    当: key('这一档的条件', 'When this arm holds', { kind: 'condition' }),
    否则: key('以上各档都不成立时（写 是）', 'When no arm above holds', yesNo),
    ...amountKeys,
  }),
};
const partShape: Shape = {
  kind: 'mapping',
  keys: () => ({
    当: key('计入这一项的条件', 'When this part counts', { kind: 'condition' }),
    ...amountKeys,
  }),
};

const bands = mapping({
  基数: key('按哪个数分段', 'The base that is cut into bands', expression),
  段: key(
    '各段：自、至、率，首尾相接',
    'The bands: from, to, rate',
    listOf(
      mapping({
        自: key('从多少起', 'Where the band begins', expression),
        至: key('到多少为止', 'Where the band ends', expression),
        率: key('这一段的比例', 'The rate of this band', { kind: 'rate' }),
      }),
    ),
  ),
});

const amountKeys: KeyTable = {
  给: key(
    '给多少：200万元、最高 X、酌定、决定 "…"',
    'How much: a sum, at most X, discretionary, a decision',
    grant,
  ),
  依次: key('几档，取第一个条件成立的', 'Arms; the first whose condition holds', listOf(armShape)),
  按: key('按哪个选项分档', 'The choice that grades the amount', expression),
  档: key('每个选项给多少', 'How much for each choice', { kind: 'grades', of: amountShape }),
  分段: key('分段计算，每段各有比例', 'Marginal bands, each at its own rate', bands),
  就高: key('几个数额里取最高的', 'The highest of several amounts', listOf(amountShape)),
  择一: key(
    '几个数额里任选其一',
    'One of several amounts, the choice is open',
    listOf(amountShape),
  ),
  累加: key('条件成立的各项相加', 'The sum of the parts that hold', listOf(partShape)),
  ...modifierKeys,
};

const shares: Shape = { kind: 'entries', of: words };

/** 存疑 of anything. */
export const openReadings = key(
  '原文有两种读法时，写明选哪一种、为什么',
  'Where the words allow two readings: the one chosen, and why',
  listOf(
    mapping({
      原文: key('有疑问的词，逐字照抄', 'The words in doubt'),
      读法: key('选定的读法', 'The reading chosen'),
      理由: key('为什么这样读', 'Why'),
    }),
  ),
);

/** Keys of a measure (政策). */
const measureKeys: KeyTable = {
  英文: key('英文名', 'Name in English'),
  英文说明: key('用一两句英文说清这一条', 'The clause in one or two sentences of English'),
  英文结果: key('“决定”或“另行规定”的话用英文怎么说', 'The words of a decision in English'),
  种类: key(
    '奖补（默认）、减免、上限、义务、决定',
    'Grant (default), relief, limit, obligation, decision',
    oneOf('奖补', '减免', '上限', '义务', '决定'),
  ),
  事项: key(
    '办的是哪一件事；同一事项的几项措施要看叠加规则',
    'The matter; measures of one matter stack by rule',
    { kind: 'matter' },
  ),
  对象: key('给谁：企业（默认）或它的项目、产品等', 'Whom it is for; default the enterprise', {
    kind: 'entity',
  }),
  年度: key(
    '按年的事实看哪一年：上年（默认）、本年',
    'Base year of annual facts',
    oneOf('上年', '本年'),
  ),
  施行: key('这一条自己的施行日', 'First day in force, if its own', date),
  有效期至: key('这一条自己的最后一天；长期 = 没有', 'Last day in force, if its own', date),
  条件: key('全部成立才有资格，一行一个', 'All must hold, one a line', conditions),
  除外: key('有一个成立就没有资格', 'If one holds, there is nothing', conditions),
  ...amountKeys,
  合计封顶: key('各项相加最多多少（对象不是企业时）', 'Cap on the sum over all items', expression),
  一次性: key('只给一次', 'One payment ever', yesNo),
  至多: key('一共最多给几次，如 3次', 'At most so many payments, e.g. 3次'),
  申报: key('申报期：2023-01-01 至 2023-01-31', 'Application window'),
  执行: key('哪一段时间的情况算数', 'The period whose facts earn it'),
  分担: key('各级各付多少，合计 100%', 'Who pays which share, 100% in all', shares),
  材料: key('要交的材料', 'Papers to hand in', wordList),
  兑付: key('从哪里兑付', 'Channel of payment'),
  互斥: key('不能和这些措施同时享受', 'Not together with these measures', measures),
  追加: key('可以和这些措施一起享受', 'On top of these measures', measures),
  补足: key('补足哪一项，两项合计不超过本项', 'Tops up this measure', { kind: 'measure' }),
  换算: key('规则里的数在原文里是别的写法', 'A value that the words write in another form', shares),
  责任: key('责任单位', 'Departments in charge', departments),
  存疑: openReadings,
};

/** Keys of an example (用例). */
const exampleKeys: KeyTable = {
  名: key('这个用例说的是什么情形', 'What the example is about'),
  政策: key('针对哪一项措施（只有一项时不用写）', 'Which measure', { kind: 'measure' }),
  日期: key('哪一天（默认施行第一天）', 'On which day', date),
  事实: key('企业的情况：{ 事实: 值, … }', 'The facts', { kind: 'facts' }),
  得: key('应得：200万元、最高 25万元、酌定、决定', 'What is due', { kind: 'expected' }),
  不得: key('应当没有资格：是，或 [不成立的事实]', 'Not entitled', listOf({ kind: 'fact' })),
  缺: key(
    '应当待定，缺的正是这些事实',
    'Undecided: exactly these facts are missing',
    listOf({ kind: 'fact' }),
  ),
  上限: key('缺的补上后最多得多少（和 缺 一起写）', 'At most that once the facts are known'),
  未施行: key('那一天还没有或不再施行（写 是）', 'Not in force on that day', yesNo),
};

export const policyBlock: Shape = { kind: 'entries', of: mapping(measureKeys) };
export const exampleBlock: Shape = listOf(mapping(exampleKeys));
