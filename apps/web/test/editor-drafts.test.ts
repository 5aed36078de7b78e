import { describe, expect, test } from 'vitest';
import {
  frontMatterText,
  keepDraft,
  listDrafts,
  policyPath,
  readDraft,
  removeDraft,
} from '../src/pages/editor/draft.ts';
import type { Draft } from '../src/pages/editor/draft.ts';
import { beginsWithTitle, clausesOf, newPolicy } from '../src/pages/editor/skeleton.ts';

/** A shelf as the browser gives it, with room for so many characters a text. */
function shelf(room = Number.POSITIVE_INFINITY) {
  const texts = new Map<string, string>();
  return {
    get length() {
      return texts.size;
    },
    key: (index: number) => [...texts.keys()][index] ?? null,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new Error('QuotaExceededError');
      texts.set(key, text);
    },
    removeItem: (key: string) => void texts.delete(key),
  };
}

function draft(id: string, savedAt: string): Draft {
  return {
    id,
    policy: '---\n标题: 甲\n---\n',
    vocabulary: 'v',
    source: 's',
    origin: undefined,
    savedAt,
  };
}

describe('草稿', () => {
  test('存下的草稿原样读回', () => {
    const place = shelf();
    const kept = { ...draft('a', '2026-01-01T00:00:00Z'), origin: 'hz-upscale-2024' };
    expect(keepDraft(place, kept)).toBe(true);
    expect(readDraft(place, 'a')).toEqual(kept);
  });

  test('最近改的在前，别的程序存的东西不算', () => {
    const place = shelf();
    place.setItem('other', '{}');
    keepDraft(place, draft('old', '2026-01-01T00:00:00Z'));
    keepDraft(place, draft('new', '2026-01-02T00:00:00Z'));
    expect(listDrafts(place).map(({ id }) => id)).toEqual(['new', 'old']);
    removeDraft(place, 'new');
    expect(listDrafts(place).map(({ id }) => id)).toEqual(['old']);
  });

  test('读不懂的草稿不算，也不碍事', () => {
    const place = shelf();
    place.setItem('luodi.draft.bad', '{');
    expect(listDrafts(place)).toEqual([]);
  });

  test('存不下时说存不下', () => {
    expect(keepDraft(shelf(3), draft('a', ''))).toBe(false);
  });

  const paths = [
    {
      name: '编号就是文件名',
      text: '---\n编号: hz-new-2026 # 编号\n---\n',
      path: 'documents/hz-new-2026.policy.md',
    },
    { name: '编号还没写好', text: '---\n编号: 新\n---\n', path: 'documents/draft.policy.md' },
    { name: '没有文首', text: '编号: a', path: 'documents/draft.policy.md' },
  ];
  for (const c of paths) test(c.name, () => expect(policyPath(c.text)).toBe(c.path));

  test('文首的值去掉引号', () =>
    expect(frontMatterText('---\n标题: "甲：乙"\n---\n', '标题')).toBe('甲：乙'));
});

const source = `关于支持研发的若干措施

一、支持研发
（一）研发补助。高新技术企业给予10万元补助。
第二条 本措施自发布之日起施行。
各部门要抓好落实。`;

describe('从原文到骨架', () => {
  test('小标题成为一节，每段成为一条，行号是原文的行号', () => {
    expect(clausesOf(source, true)).toBe(
      [
        '# 一、支持研发',
        '',
        '## （一）研发补助 〔4〕',
        '',
        '> （一）研发补助。高新技术企业给予10万元补助。',
        '',
        '## 第二条本措施自发布之日起施行 〔5〕',
        '',
        '> 第二条 本措施自发布之日起施行。',
        '',
        '## 各部门要抓好落实 〔6〕',
        '',
        '> 各部门要抓好落实。',
        '',
      ].join('\n'),
    );
  });

  test('第一行是标题就写进文首', () => {
    const policy = newPolicy('new', '2026-11-21', source);
    expect(frontMatterText(policy, '标题')).toBe('关于支持研发的若干措施');
    expect(frontMatterText(policy, '来源')).toBe('{ 文件: new.txt, 行: [1, 6] }');
    expect(policy).not.toContain('> 关于支持研发的若干措施');
  });

  const firsts = [
    { name: '短而不成句的第一行', text: '关于支持研发的若干措施', isTitle: true },
    { name: '第一行就是条款', text: '一、支持研发', isTitle: false },
    { name: '第一行是一句话', text: '给予10万元补助。', isTitle: false },
    { name: '没有文字', text: '', isTitle: false },
  ];
  for (const c of firsts)
    test(`标题：${c.name}`, () => expect(beginsWithTitle(c.text)).toBe(c.isTitle));
});
