import {
  acceptCompletion,
  autocompletion,
  clearSnippet,
  nextSnippetField,
  prevSnippetField,
  snippetCompletion,
  snippetKeymap,
  startCompletion,
} from '@codemirror/autocomplete';
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { editingPlaceAt } from '@luodi/language';
import type { EditingPlace } from '@luodi/language';
import { optionsAt } from '../completions.ts';
import type { Option } from '../completions.ts';
import { environmentIn } from './environment.ts';

function infoNode(lines: readonly string[]): Node {
  const box = document.createElement('div');
  for (const line of lines) {
    const paragraph = box.appendChild(document.createElement('p'));
    paragraph.style.margin = '0';
    paragraph.textContent = line;
  }
  return box;
}

/** Writes the text and offers at once what comes next, as after the key of a value. */
function writeAndGoOn(text: string) {
  return (view: EditorView, _: Completion, from: number, to: number) => {
    view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: from + text.length },
      userEvent: 'input.complete',
      scrollIntoView: true,
    });
    if (text.endsWith(' ')) startCompletion(view);
  };
}

function completionOf(option: Option, rank: number): Completion {
  const { label, kind, detail, info, text, snippet } = option;
  const completion: Completion = {
    label,
    type: kind,
    // In the order given where the typed letters fit equally well.
    boost: -rank / 100,
    ...(detail === undefined ? {} : { detail }),
    ...(info === undefined || info.length === 0 ? {} : { info: () => infoNode(info) }),
  };
  if (snippet !== undefined) return snippetCompletion(snippet, completion);
  return text === undefined ? completion : { ...completion, apply: writeAndGoOn(text) };
}

/** Whether something must come here, so that Enter cannot be meant for a new line. */
function awaitsMore(place: EditingPlace): boolean {
  if (place.kind === 'expression')
    return place.slot.kind !== 'operator' && place.slot.kind !== 'unit';
  return place.kind === 'value' || place.kind === 'fact_value';
}

/** While a word goes on, what was offered is only sifted; anything else is another place. */
const wordBeingWritten = /^(?:[a-zA-Z_·“”\u3400-\u9fff][\w·“”\u3400-\u9fff]*)?$/;

function complete(context: CompletionContext): CompletionResult | null {
  const { file, names, wording } = environmentIn(context.state);
  const place = editingPlaceAt(context.state.doc.toString(), context.pos, file);
  if (place === undefined) return null;
  const unasked = !context.explicit && place.typed === '';
  if (unasked && !awaitsMore(place) && place.kind !== 'block_keyword') {
    const isUnit = place.kind === 'expression' && place.slot.kind === 'unit';
    if (!isUnit) return null;
  }
  const options = optionsAt(place, names(), wording());
  // What is written in full needs no offer, and Enter is then for the next line.
  const isWhole = !context.explicit && options.some(({ label }) => label === place.typed);
  if (options.length === 0 || isWhole) return null;
  const labels = new Set(options.map(({ label }) => label));
  return {
    from: place.from,
    options: options.map(completionOf),
    validFor: (text) => wordBeingWritten.test(text) && !labels.has(text),
  };
}

/** Completion by the place in the file. Tab takes what is offered first, then goes to the next place of a template. */
export const completing: Extension = [
  autocompletion({
    override: [complete],
    icons: false,
    maxRenderedOptions: 60,
    activateOnTypingDelay: 60,
  }),
  snippetKeymap.of([
    {
      key: 'Tab',
      run: (view) => acceptCompletion(view) || nextSnippetField(view),
      shift: prevSnippetField,
    },
    { key: 'Escape', run: clearSnippet },
  ]),
];
