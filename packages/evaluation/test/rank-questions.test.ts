import { parseDate } from '@luodi/kernel';
import { expect, test } from 'vitest';
import { nothingKnown, rankQuestions, readFacts, referenceKey } from '../src/index.ts';
import { evaluator } from './real-content.ts';

const { content } = evaluator;
const { facts, entities } = content.vocabulary;
const date = parseDate('2026-11-21');
if (date === undefined) throw new Error('no such day');

function asked(known = nothingKnown) {
  return rankQuestions(evaluator.answerAll(known, date!), content.vocabulary);
}

test('whoever has said nothing is first asked what most enterprises know', () => {
  const questions = asked();
  const common = questions.map(
    ({ reference: { name, aspect } }) =>
      facts.get(name)?.common !== undefined && aspect.kind === 'itself',
  );
  expect(common[0]).toBe(true);
  expect(common.lastIndexOf(true)).toBe(common.filter(Boolean).length - 1);
});

test('what is to be known of projects and persons comes after what is to be known of the enterprise', () => {
  const ofItem = asked().map(({ reference: { name, aspect } }) => {
    const entity = facts.get(name)?.entity ?? '企业';
    return aspect.kind === 'items' || entities.get(entity)?.belongsTo !== undefined;
  });
  expect(ofItem).toContain(true);
  expect(ofItem.indexOf(true)).toBe(ofItem.length - ofItem.filter(Boolean).length);
});

test('what was answered is not asked again', () => {
  const [first] = asked();
  if (first === undefined) throw new Error('nothing is asked');
  const read = readFacts({ 高新技术企业: true, 年度研发投入: '100万元' }, content);
  if (!read.ok) throw new Error('the facts do not read');
  const keys = asked(read.value).map(({ reference }) => referenceKey(reference));
  expect(keys).not.toContain('高新技术企业');
  expect(keys).not.toContain('年度研发投入');
});
