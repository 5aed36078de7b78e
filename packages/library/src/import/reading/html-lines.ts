import { Tokenizer, TokenizerMode } from 'parse5';
import type { Token, TokenHandler } from 'parse5';
import type { PlainLine } from './plain-text.ts';
import type { Watch } from './reading-limits.ts';

/** Their words are no words of the document. */
const silent = new Set(
  'script style noscript template iframe object embed svg canvas video audio select button nav footer aside head textarea math'.split(
    ' ',
  ),
);
const raw: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  noscript: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
};
const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr o:p st1:chsdate'.split(
    ' ',
  ),
);
const void_ = new Set('br hr img input meta link col source wbr'.split(' '));

function attribute(token: Token.TagToken, name: string): string {
  return token.attrs.find((each) => each.name === name)?.value ?? '';
}

interface Growing {
  text: string;
  bold: number;
  linked: number;
}

/**
 * Hears the tags and characters of a page one after the other and keeps lines. No tree is built: nesting of any depth costs
 * nothing, and nothing is loaded from anywhere.
 */
class LineListener implements TokenHandler {
  readonly lines: (PlainLine & { readonly linked?: boolean })[] = [];
  tokenizer: Tokenizer | undefined;
  private growing: Growing = { text: '', bold: 0, linked: 0 };
  private cells: string[] | undefined;
  private heading = 0;
  private bold = 0;
  private linked = 0;
  private preformatted = 0;
  private centred = false;
  private startsPage = false;
  private silence: { readonly name: string; depth: number } | undefined;

  onStartTag(token: Token.TagToken): void {
    const name = token.tagName;
    const state = raw[name];
    if (state !== undefined && this.tokenizer !== undefined) this.tokenizer.state = state;
    if (this.silence !== undefined) {
      if (name === this.silence.name && !token.selfClosing) this.silence.depth++;
      return;
    }
    const hidden = /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attribute(token, 'style'));
    if ((silent.has(name) || hidden) && !void_.has(name) && !token.selfClosing) {
      this.silence = { name, depth: 1 };
      return;
    }
    this.open(name, token);
  }

  private open(name: string, token: Token.TagToken): void {
    if (name === 'b' || name === 'strong') this.bold++;
    else if (name === 'a') this.linked++;
    if (inline.has(name)) return;
    if (name === 'td' || name === 'th') {
      this.cells ??= [];
      this.cellEnds();
      return;
    }
    // A paragraph inside a cell ends no line.
    if (this.cells !== undefined && name !== 'tr' && name !== 'table') {
      this.growing.text += ' ';
      return;
    }
    this.lineEnds(name === 'br');
    if (name === 'tr') this.cells = [];
    if (name === 'pre') this.preformatted++;
    const level = /^h([1-6])$/u.exec(name)?.[1];
    if (level !== undefined) this.heading = Number(level);
    const style = `${attribute(token, 'style')} align:${attribute(token, 'align')} ${attribute(token, 'class')}`;
    if (name !== 'br')
      this.centred = name === 'center' || /align\s*:\s*center|\bcentred\b/iu.test(style);
    if (name === 'hr' || /page-break-before\s*:\s*always/iu.test(style)) this.startsPage = true;
  }

  onEndTag(token: Token.TagToken): void {
    const name = token.tagName;
    if (this.silence !== undefined) {
      if (name === this.silence.name && --this.silence.depth === 0) this.silence = undefined;
      return;
    }
    if (name === 'b' || name === 'strong') this.bold = Math.max(0, this.bold - 1);
    else if (name === 'a') this.linked = Math.max(0, this.linked - 1);
    if (inline.has(name)) return;
    if (this.cells !== undefined && name !== 'tr' && name !== 'table') {
      if (name !== 'td' && name !== 'th') this.growing.text += ' ';
      return;
    }
    this.lineEnds(false);
    if (name === 'pre') this.preformatted = Math.max(0, this.preformatted - 1);
    if (/^h[1-6]$/u.test(name)) this.heading = 0;
    this.centred = false;
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    if (this.silence !== undefined) return;
    this.growing.text += chars;
    if (this.bold > 0) this.growing.bold += chars.length;
    if (this.linked > 0) this.growing.linked += chars.length;
  }

  onWhitespaceCharacter({ chars }: Token.CharacterToken): void {
    if (this.silence !== undefined) return;
    if (this.preformatted > 0 && chars.includes('\n')) this.lineEnds(true);
    else this.growing.text += ' ';
  }

  onNullCharacter(): void {
    // A zero byte says nothing.
  }
  onComment(): void {
    // Remarks to other readers.
  }
  onDoctype(): void {
    // Declared entities are not expanded: only those of HTML itself are known.
  }
  onEof(): void {
    this.lineEnds(false);
  }

  private words(): string {
    return this.growing.text.replace(/[\s\u200b\ufeff]+/gu, ' ').trim();
  }

  private cellEnds(): void {
    const text = this.words();
    this.growing = { text: '', bold: 0, linked: 0 };
    if (this.cells !== undefined && (this.cells.length > 0 || text !== '')) this.cells.push(text);
    else this.cells?.push('');
  }

  private lineEnds(evenEmpty: boolean): void {
    if (this.cells !== undefined) {
      this.cellEnds();
      const [, ...cells] = this.cells;
      this.cells = undefined;
      const text = cells.join('\t');
      if (text.trim() !== '') this.lines.push({ text, ...(cells.length > 1 ? { cells } : {}) });
      return;
    }
    const text = this.words();
    const { bold, linked } = this.growing;
    this.growing = { text: '', bold: 0, linked: 0 };
    if (text === '' && !evenEmpty) return;
    this.lines.push({
      text,
      ...(this.heading > 0 ? { heading: this.heading } : {}),
      ...(text !== '' && bold >= text.length ? { bold: true } : {}),
      ...(this.centred ? { centred: true } : {}),
      ...(this.startsPage ? { startsPage: true } : {}),
      ...(text !== '' && linked >= text.length ? { linked: true } : {}),
    });
    this.startsPage = false;
  }
}

/** Menus and lists of other pages: three lines and more in a row that are links and nothing else, none of them a sentence. */
function withoutMenus(
  lines: readonly (PlainLine & { readonly linked?: boolean })[],
): readonly PlainLine[] {
  const kept: PlainLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    let end = at;
    while (lines[end]?.linked === true && !/[。；]$/u.test(lines[end]?.text ?? '')) end++;
    if (end - at >= 3) {
      at = end - 1;
      continue;
    }
    const line = lines[at];
    if (line === undefined) continue;
    const { linked: _linked, ...plain } = line;
    kept.push(plain);
  }
  return kept;
}

const stride = 256 * 1024;

/** The lines of a web page: headings, bold and centred lines, rows of tables; without scripts, styles and menus. */
export function htmlLines(html: string, watch: Watch): readonly PlainLine[] {
  const listener = new LineListener();
  const tokenizer = new Tokenizer({}, listener);
  listener.tokenizer = tokenizer;
  for (let at = 0; at < html.length || at === 0; at += stride) {
    watch.check();
    tokenizer.write(html.slice(at, at + stride), at + stride >= html.length);
  }
  return withoutMenus(listener.lines);
}

/** Whether a text is written in HTML. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 8192);
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/iu.test(
      head,
    )
  )
    return true;
  if (/<(?:!doctype\s+html|html|body)\b[^>]*>/iu.test(head)) return true;
  const tags =
    head.match(/<\/?(?:p|div|span|table|tr|td|h[1-6]|br|ul|li|strong)\b[^<>]*>/giu) ?? [];
  return tags.length >= 4;
}
