import { Temporal } from '@luodi/kernel';
import { match, toMatchJson } from '@luodi/entitlement';
import { createEvaluator, readFacts } from '@luodi/evaluation';
import { readContent } from './read-folder.ts';

/**
 * Milliseconds for one applicant against every measure of the city, with reasons, best combination and questions; `traced` with
 * every step of every answer in both languages besides.
 */
export function applicantAgainstAll(): {
  readonly measures: number;
  readonly milliseconds: number;
  readonly traced: number;
} {
  const content = readContent('../../content/hangzhou');
  const evaluator = createEvaluator(content);
  const date = Temporal.PlainDate.from('2024-09-01');
  const facts = readFacts(
    {
      高新技术企业: true,
      科技型中小企业: true,
      规上工业企业: true,
      年度研发投入: '3000万元',
      '上年(年度研发投入)': '2500万元',
    },
    content,
  );
  if (!facts.ok) throw new Error(facts.error.map((fault) => fault.message.en).join('; '));
  const median = (trace: boolean): number => {
    const times = Array.from({ length: 120 }, () => {
      const begin = performance.now();
      toMatchJson(match(evaluator, facts.value, date), content.vocabulary, { trace });
      return performance.now() - begin;
    });
    return times.slice(60).toSorted((a, b) => a - b)[30] ?? Number.NaN;
  };
  return { measures: content.measures.size, milliseconds: median(false), traced: median(true) };
}
