import { openReadings } from './measure-schema.ts';
import {
  conditions,
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

const english = key('英文名', 'Name in English');
const entity: Shape = { kind: 'entity' };
const common: KeyTable = { 英文: english, 存疑: openReadings };

function entries(keys: KeyTable): Shape {
  return { kind: 'entries', of: mapping({ ...common, ...keys }) };
}

const leads = key('牵头单位', 'Departments that lead', departments);
const inCharge = key('责任单位', 'Departments in charge', departments);

const figure: KeyTable = {
  时间: key('2025、2025-06、2023至2025、每年、未载', 'When'),
  值: key('数，前面可写 不低于、超过、不高于、低于、约', 'The number, with a word of comparison'),
  文字: key('没有数字的目标', 'A target without a number'),
};

const limit = key(
  '时限：{ 时长: 5个工作日, 自: 受理之日 } 或 当场',
  'Time limit: length and start, or a text',
  mapping({
    时长: key('多长，如 5个工作日', 'How long'),
    自: key('从哪一天起算', 'From when'),
  }),
);

const item = mapping({
  名: key('项的名称', 'Name of the item'),
  英文: english,
  编号: key('原文的编号', 'Number in the text'),
  类别: key('所属的小标题', 'Headings it stands under', wordList),
  内容: key('原文的字', 'Words of the text'),
  条件: key('什么条件下算', 'When it applies', conditions),
  政策: key('对应的措施', 'Measures', measures),
});

const step = mapping({
  名: key('步骤的名称', 'Name of the step'),
  英文: english,
  主体: key('谁来做', 'Who acts', departments),
  动作: key('做什么，原文的字', 'What is done, words of the text'),
  材料: key('要交的材料', 'Papers', wordList),
  条件: key('什么条件下', 'When', conditions),
  期限: limit,
  结果: key('可能的结果', 'Outcomes', wordList),
});

const term = mapping({
  名: key('条款的名称', 'Name of the term'),
  英文: english,
  要求: key('数和单位，如 不低于 40万元/亩', 'A number with its unit'),
  文字: key('没有数字的要求', 'A requirement without a number'),
  期限: limit,
  违约: key('违反后怎样，原文的字', 'What follows a breach, words of the text'),
});

/** The blocks that inform and refer: keys of their entries. */
export const entryBlocks: Readonly<Record<string, Shape>> = {
  任务: entries({
    编号: key('原文的编号', 'Number in the text'),
    类别: key('所属的小标题，从外到内', 'Headings it stands under', wordList),
    内容: key('原文的字；不写就是整段引文', 'Words of the text; default the whole quotation'),
    牵头: leads,
    责任: inCharge,
    责任出处: key(
      '另一份文件里分的工',
      'Another document that assigns it',
      mapping({
        文件: key('文件编号', 'Id of the document', { kind: 'document' }),
        原文: key('那里的原话', 'Its words'),
      }),
    ),
    期限: key('2023、2023-06 或 2023-12-31', 'Due'),
    周期: key('多久一次', 'How often', oneOf('每年', '每半年', '每季度', '每月', '每周')),
    成果: key('做成什么样，原文的字', 'What shows that it is done, words of the text'),
  }),
  指标: entries({
    种类: key(
      '目标（默认）、预算、限额',
      'Target (default), budget, ceiling',
      oneOf('目标', '预算', '限额'),
    ),
    单位: key('照原文：亿元、家、%', 'Unit as the text writes it'),
    口径: key('怎样统计', 'How it is counted'),
    范围: key('对谁', 'For whom'),
    基期: key('从哪里出发', 'The base', mapping(figure)),
    目标: key('什么时候达到多少', 'Targets', listOf(mapping(figure))),
    力争: key('原文说“力争”', 'The text says “strive for”', yesNo),
    牵头: leads,
    责任: inCharge,
  }),
  清单: entries({
    种类: key(
      '什么样的清单',
      'What kind of list',
      oneOf('正面', '负面', '豁免', '事项', '材料', '权责', '名录', '分类'),
    ),
    适用: key('对谁', 'For whom', entity),
    项: key('各项', 'The items', listOf(item)),
  }),
  流程: entries({
    适用: key('对谁', 'For whom', entity),
    事项: key('办的是哪一件事', 'The matter', { kind: 'matter' }),
    政策: key('兑付哪些措施', 'Measures it pays out', measures),
    步骤: key('一步一步', 'The steps', listOf(step)),
  }),
  抽查: entries({
    主体: key('谁来查', 'Who inspects', departments),
    配合: key('谁配合', 'Who assists', departments),
    对象: key('查谁、查什么', 'Whom or what'),
    内容: key('看哪些', 'What is looked at', wordList),
    比例: key('抽多少，如 不低于 5%', 'Which share'),
    频次: key('多久一次，原文的字', 'How often, words of the text'),
    依据: key('依据', 'Legal basis'),
    方式: key('怎样查', 'How'),
  }),
  合同: entries({
    当事人: key('各方：{ 甲方: …, 乙方: … }', 'Parties by role', { kind: 'entries', of: words }),
    标的: key('标的', 'Subject matter'),
    条款: key('各条', 'The terms', listOf(term)),
    分担: key('损失怎样分担，合计 100%', 'Who bears a loss, 100% in all', {
      kind: 'entries',
      of: words,
    }),
  }),
  不执行: mapping({
    理由: key(
      '为什么没有可以执行的内容',
      'Why nothing here can run',
      oneOf('任务', '酌定', '另行规定', '宣示', '程序', '职责', '定义', '附则'),
    ),
    说明: key('一句话说清', 'In one sentence'),
  }),
};
