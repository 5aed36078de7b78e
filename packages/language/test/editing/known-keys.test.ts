import { editingPlaceAt, extendVocabulary, parsePolicyFile } from '@luodi/language';
import { expect, test } from 'vitest';
import { testContent } from '../test-content.ts';

const front =
  '编号: s\n标题: 样\n英文标题: S\n施行: 2024-01-01\n有效期至: 长期\n叠加: 未规定\n来源: { 文件: t.txt, 行: [1, 1] }';

interface Probe {
  readonly name: string;
  /** The YAML with `‸` where a key may stand. */
  readonly body: string;
  readonly keyword?: string;
}

const probes: readonly Probe[] = [
  { name: '文首', body: '‸' },
  { name: '关系', body: '关系:\n  - ‸' },
  { name: '合并封顶', body: '合并封顶:\n  - ‸' },
  { name: '措施', keyword: '政策', body: '甲:\n  ‸' },
  { name: '依次的一档', keyword: '政策', body: '甲:\n  依次:\n    - ‸' },
  { name: '累加的一项', keyword: '政策', body: '甲:\n  累加:\n    - ‸' },
  { name: '就高的一项', keyword: '政策', body: '甲:\n  就高:\n    - ‸\n    - 1万元' },
  { name: '分段', keyword: '政策', body: '甲:\n  分段:\n    ‸' },
  { name: '累计封顶', keyword: '政策', body: '甲:\n  给: 1万元\n  累计封顶:\n    ‸' },
  { name: '存疑', keyword: '政策', body: '甲:\n  存疑:\n    - ‸' },
  { name: '用例', keyword: '用例', body: '- ‸' },
  { name: '任务', keyword: '任务', body: '甲:\n  ‸' },
  { name: '责任出处', keyword: '任务', body: '甲:\n  责任出处:\n    ‸' },
  { name: '指标', keyword: '指标', body: '甲:\n  ‸' },
  { name: '指标的目标', keyword: '指标', body: '甲:\n  目标:\n    - ‸' },
  { name: '清单', keyword: '清单', body: '甲:\n  ‸' },
  { name: '清单的项', keyword: '清单', body: '甲:\n  项:\n    - ‸' },
  { name: '流程', keyword: '流程', body: '甲:\n  ‸' },
  { name: '流程的步骤', keyword: '流程', body: '甲:\n  步骤:\n    - ‸' },
  { name: '抽查', keyword: '抽查', body: '甲:\n  ‸' },
  { name: '合同', keyword: '合同', body: '甲:\n  ‸' },
  { name: '合同的条款', keyword: '合同', body: '甲:\n  条款:\n    - ‸' },
  { name: '不执行', keyword: '不执行', body: '‸' },
];

/** The keys that the reader names when it meets one that it does not know. */
function readerKeys(hint: string | undefined): readonly string[] {
  return (hint ?? '')
    .replace(/^可用的键：/, '')
    .split('、')
    .toSorted();
}

for (const probe of probes)
  test(`${probe.name}：编辑器提示的键正是读的人认得的键`, () => {
    const text =
      probe.keyword === undefined
        ? `---\n${front}\n${probe.body}\n---\n`
        : `---\n${front}\n---\n\n## 一 〔1〕\n\n> 话\n\n\`\`\`${probe.keyword}\n${probe.body}\n\`\`\`\n`;
    const at = text.indexOf('‸');
    const written = text.replace('‸', 'ZZZZ: 1');
    const hint = parsePolicyFile('documents/s.policy.md', written, testContent).diagnostics.find(
      ({ message }) => message.includes('没有“ZZZZ”这个键'),
    )?.hint;
    const place = editingPlaceAt(text.replace('‸', ''), at, 'policy');
    const offered = place?.kind === 'key' ? Object.keys(place.keys) : [];
    const beside =
      probe.name === '文首' ? front.split('\n').map((line) => line.split(':')[0] ?? '') : [];
    expect([...offered, ...beside].toSorted()).toEqual(readerKeys(hint));
  });

const vocabularyProbes: readonly Probe[] = [
  { name: '词汇文件', body: '‸' },
  { name: '实体', body: '实体:\n  设备:\n    ‸' },
  { name: '清单', body: '清单:\n  颜色:\n    ‸' },
  { name: '事项', body: '事项:\n  涂色:\n    ‸' },
  { name: '事实', body: '事实:\n  颜值:\n    ‸' },
  { name: '部门', body: '部门:\n  市某局:\n    ‸' },
];

for (const probe of vocabularyProbes)
  test(`词汇里的${probe.name}：编辑器提示的键正是读的人认得的键`, () => {
    const written = probe.body.replace('‸', 'ZZZZ: 1');
    const { diagnostics } = extendVocabulary('vocabulary/v.yaml', written, testContent.vocabulary);
    const hint = diagnostics.find(({ message }) => message.includes('没有“ZZZZ”这个键'))?.hint;
    const at = probe.body.indexOf('‸');
    const place = editingPlaceAt(probe.body.replace('‸', ''), at, 'vocabulary');
    const offered = place?.kind === 'key' ? Object.keys(place.keys) : [];
    expect(offered.toSorted()).toEqual(readerKeys(hint));
  });
