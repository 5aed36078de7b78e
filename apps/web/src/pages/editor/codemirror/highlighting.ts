import { RangeSetBuilder } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { Decoration, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';
import { lineTokens } from '@luodi/language';
import { linesOf } from './document-lines.ts';
import { environmentIn } from './environment.ts';

const marks = new Map<string, Decoration>();
const lineMarks = new Map<string, Decoration>();

function markFor(kind: string): Decoration {
  const known = marks.get(kind) ?? Decoration.mark({ class: `tok-${kind}` });
  marks.set(kind, known);
  return known;
}

function lineMarkFor(kind: string): Decoration {
  const known = lineMarks.get(kind) ?? Decoration.line({ class: `line-${kind}` });
  lineMarks.set(kind, known);
  return known;
}

/** `上年(X)` in the facts of an example is about X. */
function innerName(text: string): string {
  return text.replace(/^[^(（]+[(（](.+)[)）]$/, '$1');
}

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { file, names } = environmentIn(view.state);
  const { texts, kinds } = linesOf(view.state, file);
  const { facts, entities } = names().vocabulary;
  for (const range of view.visibleRanges) {
    const last = view.state.doc.lineAt(range.to).number;
    for (let number = view.state.doc.lineAt(range.from).number; number <= last; number++) {
      const line = view.state.doc.line(number);
      const kind = kinds[number - 1]?.kind;
      if (kind !== undefined && kind !== 'note')
        builder.add(line.from, line.from, lineMarkFor(kind));
      for (const token of lineTokens(texts, kinds, number - 1)) {
        const name =
          token.kind === 'name' ? innerName(line.text.slice(token.start, token.end)) : '';
        const known = name !== '' && (facts.has(name) || entities.has(name));
        if (token.end > token.start)
          builder.add(
            line.from + token.start,
            line.from + token.end,
            markFor(known ? 'known' : token.kind),
          );
      }
    }
  }
  return builder.finish();
}

/** Shows what is on the screen by the grammar of the language. */
export const highlighting: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate): void {
      // The diagnostics come with a new vocabulary, in a transaction of their own.
      const told = update.transactions.some((transaction) => transaction.effects.length > 0);
      if (update.docChanged || update.viewportChanged || told)
        this.decorations = decorate(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
