import { createEvaluator, examplesOf, runExample } from '@luodi/evaluation';
import { measuresOf, parsePolicyFile } from '@luodi/language';
import type { Content, PolicyDocument } from '@luodi/language';
import type { Mutant } from './mutant.ts';

/** Faults of the words behind a value (LD15…) do not count: an example has to notice, not the quotation alone. */
const wordsBehindValues = 'LD15';

/** The content narrowed to one document; the vocabulary and what was derived from it are shared. */
function narrowed(document: PolicyDocument, content: Content, measure: string): Content {
  const measures = measuresOf(document).filter(({ name }) => measure === '' || name === measure);
  return {
    ...content,
    documents: [document],
    measures: new Map(measures.map((each) => [each.id, each])),
    documentOf: new Map(measures.map((each) => [each.id, document])),
  };
}

/** Examples of a measure (of all measures for `''`): which of them hold, by their place in the order written. */
function verdicts(document: PolicyDocument, content: Content, measure: string): readonly boolean[] {
  const own = narrowed(document, content, measure);
  const evaluator = createEvaluator({ ...content, measures: own.measures });
  return examplesOf(own)
    .filter(({ example }) => own.measures.has(example.measure))
    .map(({ example }) => runExample(example, evaluator).ok);
}

/** Tries the mutants of one policy file against content that is loaded. */
export class Trial {
  private readonly path: string;
  private readonly text: string;
  private readonly content: Content;
  private readonly errors: number;
  /** Verdicts of the file as written, by measure. */
  private readonly sound = new Map<string, readonly boolean[]>();

  constructor(path: string, text: string, content: Content) {
    this.path = path;
    this.text = text;
    this.content = content;
    this.errors = this.parse(text).errors;
  }

  /** Whether the mutated file is still well formed and no example of the measure notices. */
  survives(mutant: Mutant): boolean {
    const { start, end, after, measure } = mutant;
    const { document, errors } = this.parse(
      this.text.slice(0, start) + after + this.text.slice(end),
    );
    if (document === undefined || errors > this.errors) return false;
    const before = this.soundVerdicts(measure);
    const now = verdicts(document, this.content, measure);
    return now.length === before.length && now.every((ok, index) => ok === before[index]);
  }

  private soundVerdicts(measure: string): readonly boolean[] {
    const known = this.sound.get(measure);
    if (known !== undefined) return known;
    const { document } = this.parse(this.text);
    const found = document === undefined ? [] : verdicts(document, this.content, measure);
    this.sound.set(measure, found);
    return found;
  }

  private parse(text: string) {
    const { document, diagnostics } = parsePolicyFile(this.path, text, this.content);
    const errors = diagnostics.filter(
      ({ severity, code }) => severity === 'error' && !code.startsWith(wordsBehindValues),
    );
    return { document, errors: errors.length };
  }
}
