import type { Span } from '@luodi/kernel';
import type { Content, Example, ExpectedAmount } from '@luodi/language';
import type { MeasureAnswer } from '../domain/answer.ts';
import type { Evaluator } from '../evaluator.ts';
import { sayFigures } from '../explain/formula.ts';
import { statusWords } from '../explain/explain-answer.ts';
import { referenceKey } from '../facts/fact-reference.ts';
import { readFacts } from '../facts/read-facts.ts';

/** What came of one example. `expected` and `actual` are words for people. */
export interface ExampleOutcome {
  readonly document: string;
  readonly measure: string;
  readonly title: string;
  readonly span: Span;
  readonly ok: boolean;
  readonly expected: string;
  readonly actual: string;
}

function normalKey(key: string): string {
  return key.replaceAll('（', '(').replaceAll('）', ')').replaceAll(' ', '');
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a.map(normalKey));
  const right = new Set(b.map(normalKey));
  return left.size === right.size && [...left].every((key) => right.has(key));
}

function amountFits(expected: ExpectedAmount, { amount }: MeasureAnswer): boolean {
  switch (expected.kind) {
    case 'exact':
    case 'at_most':
    case 'at_least':
      return amount.kind === expected.kind && amount.fen === expected.fen;
    case 'discretionary':
      return amount.kind === 'discretionary' && amount.fen === (expected.ceilingFen ?? null);
    case 'by_reference':
      return amount.kind === 'by_reference';
    case 'decision':
      return amount.kind === 'none';
  }
}

function fits({ expected }: Example, answer: MeasureAnswer): boolean {
  switch (expected.kind) {
    case 'entitled':
      return answer.status === 'entitled' && amountFits(expected.amount, answer);
    case 'not_entitled': {
      const facts = answer.failed
        .flatMap((failure) => failure.facts.map(referenceKey))
        .map(normalKey);
      return (
        answer.status === 'not_entitled' &&
        expected.failing.every((name) => facts.includes(normalKey(name)))
      );
    }
    case 'undetermined':
      return (
        answer.status === 'undetermined' &&
        sameSet(answer.missing.map(referenceKey), expected.missing) &&
        (expected.upperBoundFen === undefined || answer.amount.upperFen === expected.upperBoundFen)
      );
    case 'not_in_force':
      return answer.status === 'not_in_force';
  }
}

const open = { lowerFen: 0n, upperFen: null };

function sayExpected({ expected }: Example): string {
  switch (expected.kind) {
    case 'entitled': {
      const { amount } = expected;
      switch (amount.kind) {
        case 'decision':
          return '决定';
        case 'by_reference':
          return '另行规定';
        case 'discretionary':
          return sayFigures({ ...open, kind: amount.kind, fen: amount.ceilingFen ?? null }).zh;
        case 'exact':
        case 'at_most':
        case 'at_least':
          return sayFigures({ ...open, kind: amount.kind, fen: amount.fen }).zh;
      }
    }
    case 'not_entitled':
      return `不得${expected.failing.length > 0 ? `（${expected.failing.join('、')}）` : ''}`;
    case 'undetermined':
      return `缺 ${expected.missing.join('、')}`;
    case 'not_in_force':
      return '未施行';
  }
}

/** What a rule gave, in the words that examples are written in. */
export function sayAnswer(answer: MeasureAnswer): string {
  switch (answer.status) {
    case 'entitled':
      return `${sayFigures(answer.amount).zh}${answer.missing.length > 0 ? `，缺 ${answer.missing.map(referenceKey).join('、')}` : ''}`;
    case 'not_entitled':
      return `不得（${answer.failed.map((failure) => failure.because.zh).join('；')}）`;
    case 'undetermined':
      return `缺 ${answer.missing.map(referenceKey).join('、')}；${sayFigures(answer.amount).zh}`;
    case 'not_in_force':
      return statusWords.not_in_force.zh;
  }
}

/** Runs one example: its facts are read as an applicant's, the answer compared to the fen. */
export function runExample(
  example: Example,
  evaluator: Evaluator,
): Omit<ExampleOutcome, 'document'> {
  const { measure, title, span } = example;
  const expected = sayExpected(example);
  const facts = readFacts(example.facts, evaluator.content);
  if (!facts.ok) {
    const actual = facts.error
      .map((fault) => `${fault.key}：${fault.message.zh}，${fault.hint.zh}`)
      .join('；');
    return { measure, title, span, ok: false, expected, actual };
  }
  const answer = evaluator.answer(measure, facts.value, example.date);
  if (answer === undefined)
    return { measure, title, span, ok: false, expected, actual: `没有措施 ${measure}` };
  return { measure, title, span, ok: fits(example, answer), expected, actual: sayAnswer(answer) };
}

/** All examples of a content with the document they stand in. */
export function examplesOf(
  content: Content,
): readonly { readonly document: string; readonly example: Example }[] {
  return content.documents.flatMap((document) =>
    document.clauses.flatMap((clause) =>
      clause.passages.flatMap((passage) =>
        passage.blocks.flatMap((block) =>
          block.kind === 'examples'
            ? block.examples.map((example) => ({ document: document.id, example }))
            : [],
        ),
      ),
    ),
  );
}

/** Runs every example of the evaluator's content. */
export function runExamples(evaluator: Evaluator): readonly ExampleOutcome[] {
  return examplesOf(evaluator.content).map(({ document, example }) => ({
    document,
    ...runExample(example, evaluator),
  }));
}
