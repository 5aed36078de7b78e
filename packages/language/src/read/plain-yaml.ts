import type { DataNode, Entry, ScalarNode } from './data-node.ts';
import { beginsPlain, plainValue } from './plain-scalar.ts';
import type { SourceFile } from './source-file.ts';

/** Thrown and caught in this file alone: the text needs the full reader. */
class BeyondPlain extends Error {}

const beyond = new BeyondPlain('beyond plain YAML');

const [tab, lineFeed, space, hash, comma, colon] = [9, 10, 32, 35, 44, 58] as const;

/** `,`, a bracket or a brace. */
function endsFlowScalar(code: number): boolean {
  return code === comma || code === 91 || code === 93 || code === 123 || code === 125;
}

/**
 * The part of YAML that rule files are written in: block and flow mappings and lists, scalars on one line, comments.
 * Anything else, and anything doubtful, is left to the full reader, which this one must agree with.
 */
class PlainYamlReader {
  private readonly file: SourceFile;
  private readonly text: string;
  private readonly end: number;
  private at: number;

  constructor(file: SourceFile, start: number, end: number) {
    this.file = file;
    this.text = file.text;
    this.at = start;
    this.end = end;
  }

  read(): DataNode {
    const indent = this.nextLine();
    if (indent !== 0) throw beyond;
    const node = this.block(0);
    if (this.nextLine() >= 0) throw beyond;
    return node;
  }

  private skipSpaces(): void {
    while (this.at < this.end && this.text.charCodeAt(this.at) === space) this.at++;
  }

  private char(offset = 0): string {
    const index = this.at + offset;
    return index < this.end ? this.text.charAt(index) : '';
  }

  /** Moves to the first character of the next line that says something; its column, or -1 at the end. */
  private nextLine(): number {
    for (;;) {
      let at = this.at;
      while (at < this.end && this.text.charCodeAt(at) === space) at++;
      if (at >= this.end) {
        this.at = this.end;
        return -1;
      }
      const first = this.text.charCodeAt(at);
      if (first !== lineFeed && first !== hash) {
        const column = at - this.at;
        this.at = at;
        const marker =
          column === 0 && first < 48 && /^(?:---|\.\.\.|%)/.test(this.text.slice(at, at + 3));
        if (first === tab || marker) throw beyond;
        return column;
      }
      this.toLineEnd();
    }
  }

  /** The column of the next line that says something, without moving to it. */
  private peekLine(): number {
    const { at } = this;
    const column = this.nextLine();
    this.at = at;
    return column;
  }

  private toLineEnd(): void {
    const newline = this.text.indexOf('\n', this.at);
    this.at = newline < 0 || newline >= this.end ? this.end : newline + 1;
  }

  /** After a value only spaces and a comment may follow on the line. */
  private closeLine(): void {
    const before = this.at;
    this.skipSpaces();
    const next = this.char();
    if (next !== '' && next !== '\n' && !(next === '#' && this.at > before)) throw beyond;
    this.toLineEnd();
  }

  private lineEnd(): number {
    const newline = this.text.indexOf('\n', this.at);
    return newline < 0 || newline > this.end ? this.end : newline;
  }

  /** The length of the key at this place, or -1 when the line holds no `key:`. */
  private keyLength(): number {
    if (!beginsPlain(this.char(), this.char(1))) return -1;
    const stop = this.lineEnd();
    for (let i = this.at; i < stop; i++) {
      const code = this.text.charCodeAt(i);
      if (code > colon) continue;
      if (code === colon) {
        const next = i + 1 < stop ? this.text.charCodeAt(i + 1) : space;
        if (next === space) return i - this.at;
      } else if (code === hash && this.text.charCodeAt(i - 1) === space) return -1;
      else if (code === tab) throw beyond;
    }
    return -1;
  }

  private block(indent: number): DataNode {
    if (
      this.char() === '-' &&
      (this.char(1) === ' ' || this.char(1) === '\n' || this.char(1) === '')
    )
      return this.list(indent);
    if (this.keyLength() >= 0) return this.mapping(indent);
    return this.inline(indent - 1);
  }

  private list(indent: number): DataNode {
    const start = this.at;
    const items: DataNode[] = [];
    let end = start;
    do {
      if (
        this.char() !== '-' ||
        (this.char(1) !== ' ' && this.char(1) !== '\n' && this.char(1) !== '')
      )
        throw beyond;
      const dash = this.at++;
      this.skipSpaces();
      const column = indent + (this.at - dash);
      const item =
        this.char() === '\n' || this.char() === '' || this.char() === '#'
          ? this.below(indent, dash + 1, false)
          : this.block(column);
      items.push(item);
      end = item.end;
    } while (this.sibling(indent));
    return { kind: 'list', file: this.file, start, end, items };
  }

  private mapping(indent: number): DataNode {
    const start = this.at;
    const entries: Entry[] = [];
    const seen = new Set<string>();
    let end = start;
    do {
      const length = this.keyLength();
      if (length < 0) throw beyond;
      const key = this.plainScalar(this.at, this.at + length);
      if (seen.has(key.text) || key.text === '' || key.text === '<<') throw beyond;
      seen.add(key.text);
      this.at += length + 1;
      const afterColon = this.at;
      this.skipSpaces();
      const value =
        this.char() === '\n' || this.char() === '' || this.char() === '#'
          ? this.below(indent, afterColon, true)
          : this.inline(indent);
      entries.push({ key, value });
      end = value.end;
    } while (this.sibling(indent));
    return { kind: 'mapping', file: this.file, start, end, entries };
  }

  /** Whether the next line continues the collection at this column, moving to it if so. */
  private sibling(indent: number): boolean {
    const column = this.peekLine();
    if (column < indent) return false;
    if (column > indent) throw beyond;
    this.nextLine();
    return true;
  }

  /** The node on the lines below a key or dash; nothing there is an empty scalar. */
  private below(indent: number, emptyAt: number, underKey: boolean): DataNode {
    this.toLineEnd();
    const column = this.peekLine();
    const { at } = this;
    if (column > indent) {
      this.nextLine();
      return this.block(column);
    }
    if (underKey && column === indent) {
      this.nextLine();
      const next = this.char(1);
      if (this.char() === '-' && (next === ' ' || next === '\n' || next === ''))
        return this.siblingList(indent);
      this.at = at;
    }
    return this.plainScalar(emptyAt, emptyAt);
  }

  /** A list may stand at the column of its key; it ends where the next key begins. */
  private siblingList(indent: number): DataNode {
    const start = this.at;
    const items: DataNode[] = [];
    let end = start;
    for (;;) {
      const dash = this.at++;
      this.skipSpaces();
      if (this.char() === '\n' || this.char() === '' || this.char() === '#') throw beyond;
      const item = this.block(indent + (this.at - dash));
      items.push(item);
      end = item.end;
      if (this.peekLine() !== indent) break;
      const { at } = this;
      this.nextLine();
      if (this.char() === '-' && this.char(1) === ' ') continue;
      this.at = at;
      break;
    }
    return { kind: 'list', file: this.file, start, end, items };
  }

  /** A value that begins on this line, inside a block at `indent`; the line ends with it. */
  private inline(indent: number): DataNode {
    const first = this.char();
    if (first === '{' || first === '[' || first === '"' || first === "'") {
      const node = this.flow(indent);
      this.closeLine();
      return node;
    }
    if (first === '>') return this.folded(indent);
    if (!beginsPlain(first, this.char(1)) || this.keyLength() >= 0) throw beyond;
    const start = this.at;
    const stop = this.lineEnd();
    const comment = this.text.slice(start, stop).indexOf(' #');
    this.at = comment < 0 ? stop : start + comment;
    const node = this.plainScalar(start, this.at);
    this.toLineEnd();
    // A deeper line would continue the scalar.
    if (this.peekLine() > indent) throw beyond;
    return node;
  }

  /** `>-`: the lines below at one deeper column are one scalar, joined by spaces. */
  private folded(indent: number): ScalarNode {
    if (this.text.slice(this.at, this.lineEnd()) !== '>-') throw beyond;
    this.toLineEnd();
    const start = this.at;
    const lines: string[] = [];
    let column = -1;
    let end = start;
    for (;;) {
      let at = this.at;
      while (at < this.end && this.text.charCodeAt(at) === space) at++;
      const deep = at - this.at;
      if (at < this.end && deep <= indent && this.text.charCodeAt(at) !== lineFeed) break;
      if (at >= this.end && deep > 0) throw beyond;
      if (at >= this.end) break;
      if (column < 0) column = deep;
      // Blank and further indented lines would keep their breaks.
      if (deep !== column || deep === 0 || this.text.charCodeAt(at) === lineFeed) throw beyond;
      this.at = at;
      end = this.lineEnd();
      lines.push(this.text.slice(at, end));
      this.toLineEnd();
    }
    const text = lines.join(' ');
    if (text === '' || /[\t]| $| {2}/.test(text)) throw beyond;
    return { kind: 'scalar', file: this.file, start, end, text, plain: false, value: text };
  }

  private plainScalar(start: number, end: number): ScalarNode {
    let stop = end;
    while (stop > start && this.text.charCodeAt(stop - 1) === space) stop--;
    const text = this.text.slice(start, stop);
    const value = text.includes('\t') ? undefined : plainValue(text);
    if (value === undefined) throw beyond;
    return { kind: 'scalar', file: this.file, start, end: stop, text, plain: true, value };
  }

  private quoted(): ScalarNode {
    const start = this.at;
    const quote = this.char();
    const close = this.text.indexOf(quote, start + 1);
    const text = this.text.slice(start + 1, close);
    this.at = close + 1;
    if (close < 0 || this.at > this.end || /[\n\\]/.test(text) || this.char() === quote)
      throw beyond;
    const place = { file: this.file, start, end: this.at };
    return { kind: 'scalar', ...place, text, plain: false, value: text };
  }

  /** Spaces, line breaks and comments inside a flow collection. */
  private flowSpace(indent: number): void {
    for (;;) {
      this.skipSpaces();
      if (this.char() === '#') {
        if (!' \n'.includes(this.text.charAt(this.at - 1))) throw beyond;
        this.at = this.lineEnd();
      }
      if (this.char() !== '\n') return;
      this.at++;
      const column = this.peekLine();
      if (column >= 0 && column <= indent) throw beyond;
    }
  }

  private flow(indent: number): DataNode {
    const first = this.char();
    if (first === '{') return this.flowMapping(indent);
    if (first === '[') return this.flowList(indent);
    if (first === '"' || first === "'") return this.quoted();
    return this.flowPlain();
  }

  /** An unquoted scalar in a flow collection ends before `,`, a bracket or `: `; a break or comment in it is beyond. */
  private flowPlain(): ScalarNode {
    if (!beginsPlain(this.char(), this.char(1)) || '-?:'.includes(this.char())) throw beyond;
    const start = this.at;
    const { text, end } = this;
    let at = start;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      // Almost every character is Chinese or a digit.
      if (code > 125 || (code > 58 && code < 91)) continue;
      if (endsFlowScalar(code)) break;
      if (code === lineFeed || code === tab) throw beyond;
      if (code === hash && text.charCodeAt(at - 1) === space) throw beyond;
      if (code !== colon) continue;
      const next = at + 1 < end ? text.charCodeAt(at + 1) : lineFeed;
      if (next === space) break;
      if (next === lineFeed || endsFlowScalar(next)) throw beyond;
    }
    this.at = at;
    return this.plainScalar(start, at);
  }

  private flowList(indent: number): DataNode {
    const start = this.at++;
    const items: DataNode[] = [];
    this.flowSpace(indent);
    while (this.char() !== ']') {
      items.push(this.flow(indent));
      this.flowSpace(indent);
      if (this.char() === ',') {
        this.at++;
        this.flowSpace(indent);
      } else if (this.char() !== ']') throw beyond;
    }
    this.at++;
    return { kind: 'list', file: this.file, start, end: this.at, items };
  }

  private flowMapping(indent: number): DataNode {
    const start = this.at++;
    const entries: Entry[] = [];
    const seen = new Set<string>();
    this.flowSpace(indent);
    while (this.char() !== '}') {
      const key = this.char() === '"' || this.char() === "'" ? this.quoted() : this.flowPlain();
      if (seen.has(key.text) || key.text === '' || key.text === '<<') throw beyond;
      seen.add(key.text);
      if (this.char() !== ':' || this.char(1) !== ' ') throw beyond;
      this.at++;
      this.flowSpace(indent);
      entries.push({ key, value: this.flow(indent) });
      this.flowSpace(indent);
      if (this.char() === ',') {
        this.at++;
        this.flowSpace(indent);
      } else if (this.char() !== '}') throw beyond;
    }
    this.at++;
    return { kind: 'mapping', file: this.file, start, end: this.at, entries };
  }
}

/** Reads plain YAML between two offsets; `undefined` when the text is faulty or needs the full reader. */
export function readPlainYaml(file: SourceFile, start: number, end: number): DataNode | undefined {
  const carriage = file.text.indexOf('\r', start);
  if (carriage >= 0 && carriage < end) return undefined;
  try {
    return new PlainYamlReader(file, start, end).read();
  } catch (error) {
    if (error === beyond) return undefined;
    throw error;
  }
}
