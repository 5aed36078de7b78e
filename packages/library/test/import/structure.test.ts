import { describe, expect, test } from 'vitest';
import { textLines } from '../../src/import/reading/text-lines.ts';
import type { ClauseNode } from '../../src/import/structure/clause-tree.ts';
import { readMarker } from '../../src/import/structure/numbering.ts';
import { recogniseDocuments } from '../../src/import/structure/recognise-documents.ts';
import type { RecognisedDocument } from '../../src/import/structure/recognised-document.ts';

function documentsOf(text: string): readonly RecognisedDocument[] {
  return recogniseDocuments(textLines(text)).documents;
}

function only(text: string): RecognisedDocument {
  const documents = documentsOf(text);
  expect(documents.map(({ title }) => title.value)).toHaveLength(1);
  const [document] = documents;
  if (document === undefined) throw new Error('none');
  return document;
}

/** `一、甲[（一）乙 （二）丙]` */
function outline(clauses: readonly ClauseNode[]): string {
  return clauses
    .map(
      ({ label, name, children }) =>
        `${label}${name}${children.length === 0 ? '' : `[${outline(children)}]`}`,
    )
    .join(' ');
}

describe('the number that a paragraph begins with', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['第一章　总则', 'chapter 1 总则'],
    ['第十二条 申请人应当', 'article 12 申请人应当'],
    ['第3条 申请人', 'article 3 申请人'],
    ['二十一、附则', 'chinese 21 附则'],
    ['（十）其他', 'chinese_bracketed 10 其他'],
    ['(三) 其他', 'chinese_bracketed 3 其他'],
    ['１２．其他', 'digit 12 其他'],
    ['3、其他', 'digit 3 其他'],
    ['（2）其他', 'digit_bracketed 2 其他'],
    ['2）其他', 'digit_bracketed 2 其他'],
    ['③其他', 'circled 3 其他'],
    ['表 2 分工', 'table 2 分工'],
    ['第八条第二款规定的情形', 'none'],
    ['一、二、九条涉及的标准', 'none'],
    ['2024年起实施', 'none'],
    ['为了发展', 'none'],
  ];
  for (const [text, read] of cases)
    test(`${text}: ${read}`, () => {
      const marker = readMarker(text);
      expect(
        marker === undefined ? 'none' : `${marker.numbering} ${marker.number} ${marker.rest}`,
      ).toBe(read);
    });

  test('4.5G基站 is the fourth point after the third, else four and a half', () => {
    const third =
      '关于公布清单的通知\n\n一、下列工程免于办理：\n1.加装电梯；\n2.临时建设；\n3.售楼处；\n4.5G基站建设。';
    expect(outline(only(third).clauses)).toContain('4.5G基站建设');
    const none = '关于用电的通知\n\n一、装机容量不低于下列标准。\n4.5G瓦以上的装置。';
    expect(outline(only(none).clauses)).toBe('一、装机容量不低于下列标准');
  });
});

const official = `云州市人民政府文件

云政发〔2024〕12号

云州市人民政府关于印发云州市支持企业成长若干措施的通知

各县（市、区）人民政府，市政府各部门、各直属单位：

《云州市支持企业成长若干措施》已经市政府同意，现印发给你们，请认真组织实施。

云州市人民政府
2024年5月20日

（此件公开发布）

云州市支持企业成长若干措施

为支持企业成长，根据《云东省促进企业发展条例》和《关于支持企业的意见》（云东政发〔2023〕8号），制定本措施。

一、加大奖励力度
（一）首次上规奖励。给予不超过20万元奖励。
（二）连续在规奖励。再给予10万元。
二、降低成本
（三）用电补贴。按实际支出的15%给予补贴。
1.补贴期为1年；
2.同一企业不重复享受。
三、附则
本措施自印发之日起30日后施行，有效期3年，由市经信局牵头组织实施。奖励资金由市与县按5:5承担。原《云州市企业成长办法》（云政发〔2020〕3号）同时废止。

附件：1.申报表
2.分工表

抄送：市委各部门。
云州市人民政府办公室 2024年5月21日印发
`;

describe('a document after GB/T 9704 with the notice that issues it', () => {
  const document = only(official);

  test('is one document, under its own title, with what the notice says', () => {
    expect(document).toMatchObject({
      from: 1,
      to: 34,
      title: { value: '云州市支持企业成长若干措施', line: 16, inferred: false },
      coverTitle: '云州市人民政府关于印发云州市支持企业成长若干措施的通知',
      number: { value: '云政发〔2024〕12号', line: 3 },
      issuer: { value: '云州市人民政府', line: 1, inferred: false },
      addressees: { value: ['各县（市、区）人民政府', '市政府各部门、各直属单位'] },
      lead: { value: '市经信局' },
      bestOfMatter: { words: '不重复享受' },
      funding: { value: '奖励资金由市与县按5:5承担' },
      status: 'final',
    });
    expect(document.issued?.value.toString()).toBe('2024-05-20');
    expect(document.annexes.map(({ value }) => value)).toEqual(['申报表', '分工表']);
  });

  test('has its clauses as a tree, numbered across the headings', () => {
    expect(outline(document.clauses)).toBe(
      '一、加大奖励力度[（一）首次上规奖励 （二）连续在规奖励] 二、降低成本[（三）用电补贴[1.补贴期为1年 2.同一企业不重复享受]] 三、附则',
    );
    expect(document.doubts.map(({ code }) => code)).toEqual(['effective_day_inferred']);
  });

  test('holds from the thirty-first day after its issue, for three years', () => {
    expect(document.effective).toMatchObject({
      words: '自印发之日起30日后施行',
      basis: 'inferred',
      line: 28,
    });
    expect(document.effective?.date?.toString()).toBe('2024-06-20');
    expect(document.until).toMatchObject({ words: '有效期3年', basis: 'inferred' });
    expect(document.until?.date?.toString()).toBe('2027-06-19');
  });

  test('names what it rests on and what it repeals', () => {
    expect(document.named.map(({ kind, title, number }) => `${kind} ${title} ${number}`)).toEqual([
      'rests_on 云东省促进企业发展条例 ',
      'rests_on 关于支持企业的意见 云东政发〔2023〕8号',
      'repeals 云州市企业成长办法 云政发〔2020〕3号',
    ]);
  });
});

const closing = (words: string) =>
  `关于支持企业成长的若干措施\n\n为支持企业，制定本措施。\n一、奖励\n给予奖励。\n${words}`;

describe('from when and until when a document holds', () => {
  const cases: readonly {
    readonly words: string;
    readonly from: string | undefined;
    readonly until?: string;
    readonly basis?: string;
  }[] = [
    {
      words: '本措施自2024年1月23日起施行，有效期至2027年12月31日。',
      from: '2024-01-23',
      until: '2027-12-31',
    },
    { words: '本措施于2023年11月1日起施行。', from: '2023-11-01' },
    { words: '本措施自2022年6月10日施行。', from: '2022-06-10' },
    {
      words: '本措施自 2021 年 1 月 17 日起执行，有效期五年。',
      from: '2021-01-17',
      until: '2026-01-16',
    },
    {
      words: '本措施自二〇二四年一月一日起实施，试行两年。',
      from: '2024-01-01',
      until: '2025-12-31',
    },
    {
      words: '本措施自2023年7月13日起施行，至2025年12月31日。',
      from: '2023-07-13',
      until: '2025-12-31',
    },
    { words: '本措施自2024年2月29日起施行，有效期1年。', from: '2024-02-29', until: '2025-02-27' },
    {
      words: '本措施自2024年3月1日起施行，有效期至2026年底。',
      from: '2024-03-01',
      until: '2026-12-31',
    },
    {
      words: '本措施有效期为2024年1月1日至2024年12月31日。',
      from: '2024-01-01',
      until: '2024-12-31',
    },
    { words: '本措施各项政策均为2025年全年实施有效。', from: '2025-01-01', until: '2025-12-31' },
    {
      words: '以上措施自2024年8月1日起试行，试行期一年。',
      from: '2024-08-01',
      until: '2025-07-31',
    },
    { words: '本措施自公布之日起施行。', from: undefined, basis: 'unstated' },
    { words: '本措施自2025年 月 日起施行，有效期三年。', from: undefined, basis: 'unstated' },
  ];
  for (const { words, from, until, basis = 'stated' } of cases)
    test(words, () => {
      const document = only(closing(words));
      expect(document.effective?.date?.toString()).toBe(from);
      expect(document.effective?.basis).toBe(basis);
      expect(document.until?.date?.toString()).toBe(until);
    });

  test('where no words say so, it is a doubt', () => {
    expect(only(closing('请认真执行。')).doubts.map(({ code }) => code)).toEqual([
      'no_effective_day',
    ]);
  });
});

describe('documents that run together are separated', () => {
  const body = (name: string) =>
    `为推进${name}工作，制定本办法。\n一、总则\n做好${name}工作。\n二、要求\n加强${name}领导。\n本办法自2024年1月1日起施行。`;
  const cases: readonly {
    readonly name: string;
    readonly text: string;
    readonly starts: readonly string[];
  }[] = [
    {
      name: 'by titles, also over two lines and with brackets',
      text: `甲市水务管理办法\n\n${body('水务')}\n乙市城市绿化\n管理办法\n（2024年版）\n\n${body('绿化')}`,
      starts: ['1 title 甲市水务管理办法', '9 title 乙市城市绿化管理办法（2024年版）'],
    },
    {
      name: 'by addressees, where titles are lost; the title is inferred',
      text: `甲市水务管理办法\n${body('水务')}\n各区人民政府，市政府各部门：\n为加强绿化，现就加强城市绿化工作提出如下意见：\n一、目标\n更绿。\n本意见自2024年2月1日起施行。`,
      starts: ['1 title 甲市水务管理办法', '8 addressee 关于加强城市绿化工作的意见'],
    },
    {
      name: 'by a numbering that begins again after the closing clause',
      text: `甲市水务管理办法\n${body('水务')}\n一、管理办法出台的背景\n随着发展，需要管理。\n二、结语\n意义重大。`,
      starts: ['1 title 甲市水务管理办法', '8 first_clause （无标题）管理办法出台的背景'],
    },
    {
      name: 'by articles after numbered paragraphs',
      text: `甲市水务工作措施\n为了水务，制定如下措施。\n一、总则\n（一）节水制度。\n（二）供水制度。\n（三）排水制度。\n第一条　为了优化环境，制定本条例。\n第二条　本条例适用于本省。`,
      starts: ['1 title 甲市水务工作措施', '7 first_clause （无标题）为了优化环境，制定本条例'],
    },
    {
      name: 'where a title is stuck to the end of the document before',
      text: `甲市水务管理办法\n${body('水务').replace('施行。', '施行，由市水务局负责组织实施。')}州市支持绿化发展若干政策\n\n${body('绿化')}`,
      starts: ['1 title 甲市水务管理办法', '7 title 州市支持绿化发展若干政策'],
    },
    {
      name: 'by letterheads',
      text: `甲市水务管理办法\n${body('水务')}\n\n乙市人民政府文件\n乙政发〔2024〕3号\n乙市人民政府关于绿化工作的通知\n各县人民政府：\n${body('绿化')}`,
      starts: ['1 title 甲市水务管理办法', '9 letterhead 乙市人民政府关于绿化工作的通知'],
    },
    {
      name: 'annexes belong to what they follow',
      text: `甲市水务管理办法\n${body('水务')}\n附件1\n用水登记表\n单位\t用量\n附件2\n节水指标\n1.人均用水，得20分。`,
      starts: ['1 title 甲市水务管理办法', '8 annex 用水登记表 of 0', '11 annex 节水指标 of 0'],
    },
    {
      name: 'a signature above a title is no part of it',
      text: `甲市水务管理办法\n${body('水务')}\n\n甲市人民政府办公厅\n\n乙市城市绿化管理办法\n\n${body('绿化')}`,
      starts: ['1 title 甲市水务管理办法', '11 title 乙市城市绿化管理办法'],
    },
  ];
  for (const { name, text, starts } of cases)
    test(name, () => {
      expect(
        documentsOf(text).map(
          ({ from, sign, title, annexOf }) =>
            `${from} ${sign} ${title.value}${annexOf === undefined ? '' : ` of ${annexOf}`}`,
        ),
      ).toEqual(starts);
    });
});

describe('lines that a layout broke are joined', () => {
  const wrapped =
    '关于支持企业成长的若干措施\n\n为支持企业成长，增强企业竞争能力，根据省有关\n\n规定，结合本市实际情况，制定本措施，请各部门\n\n认真贯彻执行，确保各项政策落实到位，取得预期\n\n14\n\n的成效。\n\n一、奖励企业\n\n给予奖励。\n\n本措施自2024年1月1日起施行。';

  test('to paragraphs, without blanks between Chinese characters, over a stray page number', () => {
    const { documents, strays } = recogniseDocuments(textLines(wrapped));
    expect(documents[0]?.preface.map(({ text }) => text)).toEqual([
      '为支持企业成长，增强企业竞争能力，根据省有关规定，结合本市实际情况，制定本措施，请各部门认真贯彻执行，确保各项政策落实到位，取得预期的成效。',
    ]);
    expect(strays).toEqual([{ line: 9, text: '14', kind: 'page_number' }]);
  });
});

describe('what does not fit is a doubt and is not mended', () => {
  const text =
    '关于支持企业成长的若干措施\n\n为支持企业，制定本措施。\n一、甲。\n（一）子。\n（三）丑。\n三、乙。\n三、丙。\n本措施自2024年1月1日起施行。';
  test('gaps and repeats of numbers', () => {
    const { doubts, clauses } = only(text);
    expect(doubts.map(({ code, line, words }) => `${line} ${code} ${words}`)).toEqual([
      '6 number_gap （三）',
      '7 number_gap 三、',
      '8 number_repeated 三、',
    ]);
    expect(outline(clauses)).toBe('一、甲[（一）子 （三）丑] 三、乙 三、丙');
  });

  test('a text that ends in the middle of a sentence', () => {
    expect(
      only(
        '关于支持企业成长的若干措施\n\n为支持企业，制定本措施。\n一、奖励。\n对首次上规的企业给予不超过',
      ).doubts.map(({ code }) => code),
    ).toContain('ends_abruptly');
  });
});

describe('the kind of a document', () => {
  test('a draft says so in its title', () => {
    expect(
      only(
        `关于支持企业成长的若干措施\n（征求意见稿）\n\n为支持企业，制定本措施。\n一、奖励。\n给予奖励。`,
      ).status,
    ).toBe('draft');
  });
  test('what explains a draft is a commentary', () => {
    expect(
      only(
        '关于《企业成长若干措施（征求意见稿）》的起草说明\n\n一、起草背景\n企业需要支持，特作说明。',
      ).status,
    ).toBe('commentary');
  });
  test('a commentary too', () => {
    expect(
      only(
        `《支持企业成长若干措施》政策解读\n\n一、制定背景\n企业需要支持。\n二、主要内容\n共五条。`,
      ).status,
    ).toBe('commentary');
  });
});

test('what a web page adds is set aside, but its number is used', () => {
  const text = `首页 > 政策文件\n索引号：0001/2024\t文 号：云政发〔2024〕9号\t有效性：有效\n云州市人民政府关于支持企业的意见\n发布时间：2024-05-01 来源：市政府\n各县人民政府：\n为支持企业，提出如下意见：\n一、奖励。\n给予奖励。\n本意见自2024年6月1日起施行。\n打印 关闭`;
  const { documents, strays } = recogniseDocuments(textLines(text));
  expect(documents).toHaveLength(1);
  expect(documents[0]).toMatchObject({
    from: 3,
    to: 9,
    number: { value: '云政发〔2024〕9号', inferred: true },
  });
  expect(strays.map(({ line }) => line)).toEqual([1, 2, 4, 10]);
});

test('tables keep their rows', () => {
  const { preface, clauses } = only(
    '关于分解任务的通知\n\n现将任务分解如下。\n一、分工\n任务\t牵头单位\n招商\t商务局\n本通知自2024年1月1日起施行。',
  );
  expect(preface).toHaveLength(1);
  expect(
    clauses[0]?.paragraphs.flatMap(({ cells }) => (cells === undefined ? [] : [cells])),
  ).toEqual([
    ['任务', '牵头单位'],
    ['招商', '商务局'],
  ]);
});

test('a regulation is adopted below its title and lists its chapters before they come', () => {
  const { title, clauses, strays, doubts } = only(
    '云东省促进民营经济发展条例\n（2021年9月29日云东省人民代表大会常务委员会通过）\n\n目　　录\n第一章　总则\n第二章　附则\n\n第一章　总则\n第一条　为了促进民营经济发展，制定本条例。\n第二章　附则\n第二条　本条例自2023年7月1日起施行。',
  );
  expect(title.value).toBe('云东省促进民营经济发展条例');
  expect(outline(clauses)).toBe(
    '第一章总则[第一条为了促进民营经济发展，制定本条例] 第二章附则[第二条本条例自2023年7月1日起施行]',
  );
  expect(strays.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
    '4 contents',
    '5 contents',
    '6 contents',
  ]);
  expect(doubts).toEqual([]);
});

test('authorities that issue together stay apart in title and issuer', () => {
  const { title, issuer } = only(
    '云州市商务局\n云州市财政局\n关于使用促消费资金的通知\n\n各县商务局、财政局：\n为规范资金使用，现将有关事项通知如下：\n一、方向\n支持首店。\n本通知自2024年1月1日起施行。',
  );
  expect(title.value).toBe('云州市商务局 云州市财政局关于使用促消费资金的通知');
  expect(issuer?.value).toBe('云州市商务局、云州市财政局');
});
