import { createEvaluator, examplesOf, runExample } from '@luodi/evaluation';
import type { Evaluator, ExampleOutcome } from '@luodi/evaluation';
import type { Diagnostic } from '@luodi/kernel';
import { extendVocabulary, measuresOf, parsePolicyFile } from '@luodi/language';
import type { Content, Example, Measure, PolicyDocument } from '@luodi/language';
import { policyPath } from './draft.ts';

/** What the checker and the rules say of a draft. */
export interface Analysis {
  readonly policy: string;
  readonly vocabulary: string;
  readonly document: PolicyDocument | undefined;
  readonly measures: readonly Measure[];
  readonly examples: readonly Example[];
  readonly policyDiagnostics: readonly Diagnostic[];
  readonly vocabularyDiagnostics: readonly Diagnostic[];
  /** The library with the draft in it. */
  readonly content: Content;
  /** Answers the measures of the draft alone. */
  readonly evaluator: Evaluator;
}

/** The rules of a draft bind in the preview whatever its status: it shows what an enterprise would see. */
function asFinal(document: PolicyDocument): PolicyDocument {
  return { ...document, status: 'final' };
}

function evaluatorOf(document: PolicyDocument | undefined, base: Content, content: Content) {
  const documents = document === undefined ? [] : [asFinal(document)];
  const measures = new Map(documents.flatMap(measuresOf).map((measure) => [measure.id, measure]));
  const evaluator = createEvaluator({ ...base, ...content, documents, measures });
  return { ...evaluator, content };
}

/** Reads a draft against the library: vocabulary first, then the rules. */
export function analyse(policy: string, vocabulary: string, base: Content): Analysis {
  const extended = extendVocabulary('vocabulary/draft.yaml', vocabulary, base.vocabulary);
  const known = { ...base, vocabulary: extended.vocabulary };
  const { document, diagnostics } = parsePolicyFile(policyPath(policy), policy, known);
  const measures = document === undefined ? [] : measuresOf(document);
  const others = base.documents.filter((each) => each.id !== document?.id);
  const own = document === undefined ? [] : [asFinal(document)];
  const content: Content = {
    ...known,
    documents: [...others, ...own],
    measures: new Map([...base.measures, ...measures.map((each) => [each.id, each] as const)]),
    documentOf: new Map([
      ...base.documentOf,
      ...own.flatMap((each) => measures.map((measure) => [measure.id, each] as const)),
    ]),
  };
  return {
    policy,
    vocabulary,
    document,
    measures,
    examples:
      document === undefined
        ? []
        : examplesOf({ ...content, documents: [document] }).map(({ example }) => example),
    policyDiagnostics: diagnostics,
    vocabularyDiagnostics: extended.diagnostics,
    content,
    evaluator: evaluatorOf(document, base, content),
  };
}

export type Outcome = Omit<ExampleOutcome, 'document'>;

/** Runs the examples of a draft. */
export function outcomesOf({ examples, evaluator }: Analysis): readonly Outcome[] {
  return examples.map((example) => runExample(example, evaluator));
}
