import type { Reporter } from '../diagnostic/reporter.ts';
import { withoutSpace } from '../citation/source-text.ts';
import { spanOf } from '../read/data-node.ts';
import type { ScalarNode } from '../read/data-node.ts';
import { meant } from '../read/keyed.ts';

/** The documents that one may refer to by id, with their words (quotations, white space aside). */
export class Library {
  private readonly words = new Map<string, string>();
  private readonly texts: ReadonlyMap<string, () => readonly string[]>;

  /** `texts`: id of each document to its quotations. */
  constructor(texts: ReadonlyMap<string, () => readonly string[]>) {
    this.texts = texts;
  }

  /** Whether words stand in some quotation of a document. */
  contains(document: string, words: string): boolean {
    let all = this.words.get(document);
    if (all === undefined) {
      all = (this.texts.get(document)?.() ?? []).map(withoutSpace).join('\n');
      this.words.set(document, all);
    }
    return all.includes(withoutSpace(words));
  }

  /** The id in a scalar, if there is such a document; it is reported if not. */
  resolve(node: ScalarNode, reporter: Reporter): string | undefined {
    if (this.texts.has(node.text)) return node.text;
    reporter.report('unknownDocument', spanOf(node), `没有编号为“${node.text}”的文件`, {
      hint: meant(node.text, this.texts.keys()),
    });
    return undefined;
  }
}
