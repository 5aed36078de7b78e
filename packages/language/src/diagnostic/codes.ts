import type { Severity } from '@luodi/kernel';

interface CodeEntry {
  readonly code: string;
  readonly severity: Severity;
  readonly hint: string;
}

function error(code: string, hint: string): CodeEntry {
  return { code, severity: 'error', hint };
}

function warning(code: string, hint: string): CodeEntry {
  return { code, severity: 'warning', hint };
}

/** Every fault the language reports: its stable code, whether it blocks, and how to mend it. */
export const codes = {
  // Form of a file
  yaml: error('LD1001', '检查缩进、冒号后的空格、引号和括号'),
  duplicateKey: error('LD1002', '同一层里每个键只写一次'),
  wrongShape: error('LD1003', '按 docs/language.md 的写法改正'),
  unknownKey: error('LD1004', '删去这个键，或改成文法里有的键'),
  missingKey: error('LD1005', '补上这个键'),
  badValue: error('LD1006', '改成允许的写法'),
  unknownFile: warning('LD1007', '词汇放在 vocabulary/*.yaml，文件放在 documents/*.policy.md'),
  missingEnglish: warning('LD1008', '写“英文结果”：决定或另行规定的话用英文怎么说'),
  // Structure of a document
  frontMatter: error('LD1101', '文件以 --- 开头，文首写完后再写一行 ---'),
  noValidity: error('LD1102', '写明“施行”和“有效期至”；原文没有期限的写“有效期至: 长期”'),
  headingLines: error('LD1103', '在标题末尾注明原文行号，如 〔384〕 或 〔382-384〕'),
  noQuotation: error('LD1104', '在标题下用 > 引用本条原文'),
  quotationWithoutBlock: error(
    'LD1105',
    '在引文后写“政策”“任务”“指标”等块，或写“不执行”块说明为什么没有可以执行的内容',
  ),
  blockWithoutQuotation: error('LD1106', '规则要写在它所依据的引文之下'),
  unknownBlock: error('LD1107', '可用的块：政策、用例、任务、指标、清单、流程、抽查、合同、不执行'),
  unclosedBlock: error('LD1108', '在块的末尾写一行 ```'),
  blockOutsideClause: error('LD1109', '把这个块放到某一条（## 标题）之下'),
  noExample: error('LD1110', '在“用例”块里至少写一个典型情形'),
  // Names
  duplicateName: error('LD1201', '改用另一个名字'),
  unknownName: error('LD1202', '在 vocabulary 里定义这个事实，或改正名字'),
  unknownFunction: error(
    'LD1203',
    '可用：上年、前年、近三年合计、近三年均值、往年最高、孰低、孰高、已获、本年已获、已获次数、合计、个数、存在、全部',
  ),
  unknownMatter: error('LD1204', '在 vocabulary 的“事项”里定义它，或改正名字'),
  unknownMeasure: error('LD1205', '写本文件里“政策”块中的名字'),
  unknownEntity: error('LD1206', '在 vocabulary 的“实体”里定义它，或改正名字'),
  unknownList: error('LD1207', '在 vocabulary 的“清单”里定义它，或改正名字'),
  unknownMember: error('LD1208', '写清单里有的项'),
  unknownUnit: error('LD1209', '写单位表里有的单位'),
  outsideEntity: error('LD1210', '用 合计、个数、存在、全部 把它归到企业，或改“对象”'),
  unknownDocument: error('LD1212', '写 documents/ 里有的编号；库里没有的文件改写“名称”'),
  derivationCycle: error('LD1211', '推算不能直接或间接用到自己'),
  // Expressions
  syntax: error('LD1301', '按 docs/language.md 第3节改写'),
  unitMismatch: error('LD1302', '两边要用同一种单位'),
  typeMismatch: error('LD1303', '改用类型相符的事实或写法'),
  unorderedRank: error('LD1304', '无序清单只能用 为 或 属于 比较；有高低之分的清单写“有序: 是”'),
  notAnnual: error('LD1305', '只有“期间: 年”的事实才能取上年、前年、近三年或往年'),
  argumentCount: error('LD1306', '检查括号里的个数'),
  // Amounts and rules
  amountForm: error('LD1401', '每个数额恰好写一种：给、依次、按+档、分段、就高、择一、累加'),
  notMoney: error('LD1402', '给、封顶等的值要是金额'),
  unreachableTier: error('LD1403', '把条件较严的一档放在前面'),
  bandOrder: error('LD1404', '各段首尾相接：前一段的“至”等于后一段的“自”'),
  kindMismatch: error('LD1405', '改“种类”，或改数额的写法'),
  shareSum: error('LD1406', '各方分担之和应为100%'),
  noStackingRule: error('LD1407', '用“互斥”或“追加”写明两项能否同时享受'),
  validityOrder: error('LD1408', '起日不能晚于止日'),
  totalCapSubject: error('LD1409', '“合计封顶”只用于对象不是企业的措施；企业的措施用“封顶”'),
  jointCapFixed: error('LD1410', '写成一笔写定的钱，如 100万元'),
  // Words behind values
  valueNotQuoted: error('LD1501', '改正数值或引文；原文用别的写法时，用“换算”注明对应的词'),
  conversionNotQuoted: error('LD1502', '“换算”右边的词要出现在引文里'),
  unusedConversion: warning('LD1503', '删去这一项换算'),
  quoteNotFound: error('LD1504', '逐字照抄原文，并检查标题里的行号'),
  uncovered: warning('LD1505', '把这些词补进引文'),
  noSuchLines: error('LD1506', '检查来源文件名和行号'),
  wordsNotQuoted: error('LD1507', '逐字照抄引文里的词，或删去这个键'),
  yearNotQuoted: warning('LD1508', '改正年份，或在“存疑”里说明它从哪里来'),
  // Examples
  exampleMeasure: error('LD1601', '用“政策”写明用例针对哪一项措施'),
  exampleFact: error('LD1602', '写词汇里有的事实'),
  exampleExpectation: error('LD1603', '恰好写一种结果：得、不得、缺、未施行'),
  exampleValue: error('LD1604', '按事实的类型写值'),
} as const satisfies Record<string, CodeEntry>;

export type Fault = keyof typeof codes;
