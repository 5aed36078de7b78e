import { parsePolicyFile } from '@luodi/language';
import { expect, test } from 'vitest';
import { documentWith, loadWithTestVocabulary } from './test-content.ts';

const other = documentWith('给: 1万元', '给予1万元。').replace('编号: sample', '编号: other');
const loaded = loadWithTestVocabulary({
  'documents/other.policy.md': other.replaceAll('样例措施', '别处措施'),
  'documents/sample.policy.md': documentWith('给: 1万元', '给予1万元。'),
}).content;

test('an edited file is read against the content that is loaded', () => {
  const text = documentWith('给: 2万元\n条件: [ 已获次数(别处措施) 低于 1 ]', '给予2万元，限1次。');
  const { document, diagnostics } = parsePolicyFile('documents/sample.policy.md', text, loaded);
  expect(diagnostics).toEqual([]);
  expect(document?.id).toBe('sample');
});

test('its own measures are those of the edited text, not of the loaded one', () => {
  const text = documentWith('给: 1万元', '给予1万元。')
    .replaceAll('样例措施', '新措施')
    .replace('  给: 1万元', '  给: 1万元\n  互斥: [ 样例措施 ]');
  const { diagnostics } = parsePolicyFile('documents/sample.policy.md', text, loaded);
  expect(diagnostics.map((each) => each.message)).toEqual(['没有叫“样例措施”的措施']);
});
