import { openReadings } from './measure-schema.ts';
import { date, key, listOf, mapping, measures, oneOf, words, yesNo } from './schema-shape.ts';
import type { Shape } from './schema-shape.ts';

const document: Shape = { kind: 'document' };
const source = mapping({
  文件: key('原文的文件名', 'File of the source'),
  行: key('起止行，如 [1, 12]', 'First and last line', listOf(words)),
});

/** The front matter of a policy file. */
export const frontMatter: Shape = mapping({
  编号: key(
    '小写字母、数字、连字符；就是文件名',
    'Id: lower-case letters, digits, hyphens; the file name',
  ),
  标题: key('文件标题', 'Title'),
  英文标题: key('英文标题', 'Title in English'),
  标题推定: key('原文没有标题，标题是推定的', 'The title is inferred', yesNo),
  文号: key('没有就写 ""', 'Document number; "" if there is none'),
  发布机关: key('没有就写 ""', 'Issuing authority; "" if there is none'),
  发布: key('发布日', 'Issue date', date),
  施行: key('施行第一天', 'First day in force', date),
  施行依据: key('施行日从哪里来', 'Where the first day comes from', oneOf('载明', '推定', '未载')),
  有效期至: key('最后一天；原文没有就写 长期', 'Last day in force; 长期 = no end', date),
  状态: key(
    '正式（默认）、征求意见稿、解读',
    'Final (default), draft, commentary',
    oneOf('正式', '征求意见稿', '解读'),
  ),
  牵头: key('牵头单位', 'Lead department', { kind: 'department' }),
  叠加: key(
    '同一事项的几项措施能否同时享受',
    'How measures of one matter stack',
    oneOf('从优就高不重复', '可叠加', '未规定'),
  ),
  资金: key('钱从哪里来', 'Funding'),
  来源: key('原文的文件和起止行', 'Source: file and lines', source),
  副本: key('同文另见', 'Copies of the text', listOf(source)),
  存疑: openReadings,
  合并封顶: key(
    '几项措施合在一起最多多少',
    'Cap on several measures together',
    listOf(
      mapping({
        名: key('名称', 'Name'),
        金额: key('最多多少', 'The cap', { kind: 'expression' }),
        成员: key('哪几项', 'The measures', measures),
      }),
    ),
  ),
  关系: key(
    '与别的文件的关系',
    'Relations to other documents',
    listOf(
      mapping({
        类型: key(
          '什么关系',
          'Which relation',
          oneOf('依据', '落实', '废止', '修改', '附件', '草案', '解读', '优先', '服从', '衔接'),
        ),
        文件: key('库里文件的编号', 'Id of a document of the library', document),
        名称: key('库里没有的文件写名称', 'Title of a document outside the library'),
        文号: key('它的文号', 'Its number'),
        原文: key('本文件里这样说的话', 'Words of this document that say so'),
      }),
    ),
  ),
});

const fact = mapping({
  标识: key('英文小写标识，全库唯一', 'Id, lower-case snake case, unique'),
  英文: key('英文名', 'Name in English'),
  实体: key('是谁的事实（默认企业）', 'Whose fact; default the enterprise', { kind: 'entity' }),
  类型: key(
    '是什么样的值',
    'Kind of value',
    oneOf(
      '是否',
      '金额',
      '比率',
      '数',
      '个数',
      '面积',
      '长度',
      '重量',
      '功率',
      '电压',
      '日期',
      '时长',
      '选项',
      '文字',
    ),
  ),
  单位: key('个数写量词（家、人、项），时长写 年、月、日', 'Unit', { kind: 'unit' }),
  期间: key('按年的数写 年；不写就是状态', 'Annual figure; absent = a state', oneOf('年')),
  选项: key('类型是选项时，用哪个清单', 'For choices: which list', { kind: 'choice_list' }),
  可负: key('可以小于零', 'May be below zero', yesNo),
  定义: key('到底指什么，两个人填得一样', 'What exactly is meant'),
  英文定义: key('英文定义', 'Definition in English'),
  出处: key('出自哪个文件哪一行：文件:行', 'Where the term stands: file:line'),
  推算: key('没有直接填时怎样算出来', 'How it follows from other facts', { kind: 'expression' }),
  问: key('怎样问企业', 'The question'),
  英文问: key('用英文怎样问', 'The question in English'),
  常用: key('多数企业都知道的，写顺序号', 'Rank among the facts most enterprises know'),
});

const registeredDepartment: Shape = mapping({
  英文: key('英文名', 'Name in English'),
  全称: key('全称', 'Name in full'),
  类别: key(
    '哪一类',
    'Of which kind',
    oneOf(
      '市级部门',
      '区县',
      '省级',
      '国家和驻杭',
      '平台管委会',
      '国有企业',
      '法院检察院',
      '社会组织',
      '集体',
      '其他',
    ),
  ),
  别名: key('文件里的其他写法', 'Other ways of writing it'),
  曾用: key('改组以前的名称', 'Names before a reform'),
  沿革: key('什么时候怎样变的', 'What changed and when'),
});

/** A vocabulary file. */
export const vocabularyFile: Shape = mapping({
  实体: key('企业之外的对象：项目、产品……', 'Entities besides the enterprise', {
    kind: 'entries',
    of: mapping({
      英文: key('英文名', 'Name in English'),
      属于: key('属于谁，一般是企业', 'Whose it is', { kind: 'entity' }),
      标识: key('英文小写标识', 'Id'),
    }),
  }),
  清单: key('选项的清单', 'Lists of choices', {
    kind: 'entries',
    of: mapping({
      英文: key('英文名', 'Name in English'),
      有序: key('有高低之分，最高的写在最前', 'Ordered, best first', yesNo),
      项: key('各项和英文名', 'Members with their English', { kind: 'entries', of: words }),
    }),
  }),
  事项: key('办的事', 'Matters', {
    kind: 'entries',
    of: mapping({ 英文: key('英文名', 'Name in English') }),
  }),
  事实: key('规则要看的事实', 'Facts', { kind: 'entries', of: fact }),
  部门: key('部门和它的曾用名', 'Departments with the names they had', {
    kind: 'entries',
    of: registeredDepartment,
  }),
});
