import { spanOf } from '../read/data-node.ts';
import type { ScalarNode } from '../read/data-node.ts';
import { meant } from '../read/keyed.ts';
import type { Reporter } from '../diagnostic/reporter.ts';

/** The names of all measures, known before any of them is read. */
export class MeasureIndex {
  private readonly byDocument = new Map<string, Map<string, ScalarNode>>();
  private readonly documentsOf = new Map<string, string[]>();

  /** Adds a name; a second measure of that name in the document is a fault. */
  add(document: string, name: ScalarNode, reporter: Reporter): void {
    const own = this.byDocument.get(document) ?? new Map<string, ScalarNode>();
    this.byDocument.set(document, own);
    const first = own.get(name.text);
    if (first !== undefined) {
      reporter.report('duplicateName', spanOf(name), `本文件已有叫“${name.text}”的措施`, {
        related: [{ message: '第一处', span: spanOf(first) }],
      });
      return;
    }
    own.set(name.text, name);
    this.documentsOf.set(name.text, [...(this.documentsOf.get(name.text) ?? []), document]);
  }

  /** Adds the name of a measure of a document that was read before. */
  addKnown(document: string, name: string): void {
    this.documentsOf.set(name, [...(this.documentsOf.get(name) ?? []), document]);
  }

  /** Whether this node is the one that gave the name. */
  owns(document: string, name: ScalarNode): boolean {
    return this.byDocument.get(document)?.get(name.text) === name;
  }

  get names(): ReadonlySet<string> {
    return new Set(this.documentsOf.keys());
  }

  /** The id of a measure named in a document: one of its own, else the only one of that name anywhere. */
  resolve(document: string, name: ScalarNode, reporter: Reporter): string | undefined {
    if (this.byDocument.get(document)?.has(name.text) === true) return `${document}/${name.text}`;
    const documents = this.documentsOf.get(name.text) ?? [];
    const [only] = documents;
    if (only !== undefined && documents.length === 1) return `${only}/${name.text}`;
    const own = this.byDocument.get(document)?.keys() ?? [];
    const message =
      documents.length > 1
        ? `有几个文件都有叫“${name.text}”的措施，分不清是哪一个`
        : `没有叫“${name.text}”的措施`;
    reporter.report('unknownMeasure', spanOf(name), message, { hint: meant(name.text, own) });
    return undefined;
  }
}
