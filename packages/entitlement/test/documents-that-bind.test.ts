import { nothingKnown, runExamples } from '@luodi/evaluation';
import { bindingMeasures } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { changedEvaluator, evaluator, matchOf } from './fixture.ts';

const status = (word: string) =>
  changedEvaluator((text, path) =>
    path.endsWith('demo-silent.policy.md')
      ? text.replace('叠加: 未规定', `叠加: 未规定\n状态: ${word}`)
      : text,
  );

const facts = { 国内参展: true, 国外参展: true, 高企: true, 投入额: '300万元' };

function answered(by = evaluator): readonly string[] {
  return matchOf(facts, '2026-06-01', by).answers.map(({ measure }) => measure.id);
}

const ofSilent = answered().filter((id) => id.startsWith('demo-silent/'));

for (const word of ['征求意见稿', '解读'])
  describe(`a document that is ${word}`, () => {
    const by = status(word);

    test('has measures in the content, none of which binds', () => {
      expect(ofSilent.length).toBeGreaterThan(0);
      expect([...by.content.measures.keys()]).toEqual(expect.arrayContaining([...ofSilent]));
      expect(bindingMeasures(by.content).map(({ id }) => id)).toEqual(
        [...by.content.measures.keys()].filter((id) => !ofSilent.includes(id)),
      );
    });

    test('entitles nobody: a match leaves its measures out and keeps the others', () => {
      expect(answered(by)).toEqual(answered().filter((id) => !ofSilent.includes(id)));
    });

    test('still answers by itself, and its examples run', () => {
      const [id = ''] = ofSilent;
      const date = matchOf(facts).date;
      expect(by.answer(id, nothingKnown, date)?.measure.id).toBe(id);
      const examples = runExamples(by).filter(({ document }) => document === 'demo-silent');
      expect(examples.length).toBeGreaterThan(0);
      expect(examples.filter(({ ok }) => !ok)).toEqual([]);
    });
  });

test('a document that is 正式 entitles as one that says nothing of it', () => {
  expect(answered(status('正式'))).toEqual(answered());
});
