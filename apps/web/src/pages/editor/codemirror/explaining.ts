import { hoverTooltip } from '@codemirror/view';
import type { EditorState } from '@codemirror/state';
import { editingPlaceAt, lineTokens } from '@luodi/language';
import { factDetail, factLines } from '../fact-words.ts';
import { linesOf } from './document-lines.ts';
import { environmentIn } from './environment.ts';

interface Explained {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** What the word at a place means: a fact with definition and source, a key with what it is for, a word of the language. */
function explainAt(state: EditorState, position: number): Explained | undefined {
  const { file, names, wording } = environmentIn(state);
  const { texts, kinds } = linesOf(state, file);
  const line = state.doc.lineAt(position);
  const column = position - line.from;
  const token = lineTokens(texts, kinds, line.number - 1).find(
    ({ start, end }) => start <= column && column <= end,
  );
  if (token === undefined) return undefined;
  const word = line.text.slice(token.start, token.end);
  const place = { from: line.from + token.start, to: line.from + token.end };
  const said = wording();
  if (token.kind === 'key') {
    const at = editingPlaceAt(state.doc.toString(), place.from, file);
    const info = at?.kind === 'key' ? at.keys[word] : undefined;
    return info && { ...place, lines: [said.language === 'zh' ? info.zh : info.en] };
  }
  const { vocabulary } = names();
  const fact = vocabulary.facts.get(word.replace(/^[^(（]+[(（](.+)[)）]$/, '$1'));
  if (fact !== undefined)
    return {
      ...place,
      lines: [`${fact.name}　${factDetail(fact, said)}`, ...factLines(fact, vocabulary, said)],
    };
  const words: Readonly<Record<string, string>> = said.editor.complete.words;
  const meaning = words[word];
  return meaning === undefined ? undefined : { ...place, lines: [`${word}　${meaning}`] };
}

/** The meaning of a word while the mouse rests on it. */
export const explaining = hoverTooltip((view, position) => {
  const explained = explainAt(view.state, position);
  if (explained === undefined) return null;
  return {
    pos: explained.from,
    end: explained.to,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'explained';
      explained.lines.forEach((line, index) => {
        const paragraph = dom.appendChild(document.createElement('p'));
        paragraph.textContent = line;
        if (index === 0) paragraph.style.fontWeight = '600';
      });
      return { dom };
    },
  };
});
