import { foldService } from '@codemirror/language';
import { linesOf } from './document-lines.ts';
import { environmentIn } from './environment.ts';

/** A clause folds to its heading, a block to its fence, the front matter to its first line. */
export const folding = foldService.of((state, lineStart) => {
  const { kinds } = linesOf(state, environmentIn(state).file);
  const at = state.doc.lineAt(lineStart).number - 1;
  const own = kinds[at];
  let last = at;
  if (own?.kind === 'clause') {
    while (
      last + 1 < kinds.length &&
      kinds[last + 1]?.kind !== 'clause' &&
      kinds[last + 1]?.kind !== 'section'
    )
      last++;
  } else if (own?.kind === 'fence' && kinds[at + 1]?.kind === 'block') {
    while (last + 1 < kinds.length && kinds[last + 1]?.kind === 'block') last++;
  } else if (own?.kind === 'edge' && kinds[at + 1]?.kind === 'front_matter') {
    while (last + 1 < kinds.length && kinds[last + 1]?.kind === 'front_matter') last++;
  }
  if (last === at) return null;
  return { from: state.doc.line(at + 1).to, to: state.doc.line(last + 1).to };
});
