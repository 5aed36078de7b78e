/** What a line of a policy file is. `keyword` is the word after the fence, whether or not there is such a block. */
export type LineKind =
  | { readonly kind: 'edge' }
  | { readonly kind: 'front_matter' }
  | { readonly kind: 'section' }
  | { readonly kind: 'clause' }
  | { readonly kind: 'quotation' }
  | { readonly kind: 'fence'; readonly keyword: string }
  | { readonly kind: 'block'; readonly keyword: string }
  | { readonly kind: 'vocabulary' }
  | { readonly kind: 'note' };

/** `policy`: a `.policy.md` file; `vocabulary`: a YAML file of facts, matters, entities and lists. */
export type FileKind = 'policy' | 'vocabulary';

const note: LineKind = { kind: 'note' };

function kindOutside(line: string): LineKind {
  if (line.startsWith('## ')) return { kind: 'clause' };
  if (line.startsWith('# ')) return { kind: 'section' };
  return line.startsWith('>') ? { kind: 'quotation' } : note;
}

/** The kind of every line, as the reader of policy files takes it; the text need not be faultless. */
export function lineKinds(lines: readonly string[], file: FileKind): readonly LineKind[] {
  if (file === 'vocabulary') return lines.map(() => ({ kind: 'vocabulary' }));
  const kinds: LineKind[] = [];
  let inFront = false;
  let keyword: string | undefined;
  lines.forEach((line, index) => {
    const edge = line.trimEnd() === '---';
    if (keyword !== undefined) {
      const closes = line.trimEnd() === '```';
      kinds.push({ kind: closes ? 'fence' : 'block', keyword });
      if (closes) keyword = undefined;
    } else if (edge && (index === 0 || inFront)) {
      kinds.push({ kind: 'edge' });
      inFront = index === 0;
    } else if (inFront) kinds.push({ kind: 'front_matter' });
    else if (line.startsWith('```')) {
      keyword = line.slice(3).trim();
      kinds.push({ kind: 'fence', keyword });
    } else kinds.push(kindOutside(line));
  });
  return kinds;
}
