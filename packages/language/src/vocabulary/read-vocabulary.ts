import type { Span } from '@luodi/kernel';
import type { Reporter } from '../diagnostic/reporter.ts';
import { nameFault } from '../policy/name-shape.ts';
import { entrySpan, spanOf } from '../read/data-node.ts';
import type { Entry } from '../read/data-node.ts';
import { Keyed, meant } from '../read/keyed.ts';
import { SourceFile } from '../read/source-file.ts';
import { readYaml } from '../read/yaml-data.ts';
import { readDepartment } from './read-department.ts';
import { readFact } from './read-fact.ts';
import { emptyDraft } from './vocabulary-draft.ts';
import type { VocabularyDraft } from './vocabulary-draft.ts';

/** Reads the files of `vocabulary/`. Derivations are still text: they may use facts of any file. */
class VocabularyReader {
  readonly draft: VocabularyDraft;
  private readonly reporter: Reporter;
  private readonly places = new Map<string, Span>();
  private readonly parents: Entry[] = [];
  /** Names that the vocabulary had before the files were read. */
  private readonly known: ReadonlySet<string>;

  constructor(reporter: Reporter, draft: VocabularyDraft) {
    this.reporter = reporter;
    this.draft = draft;
    const names = (kind: string, table: ReadonlyMap<string, unknown>) =>
      [...table.keys()].map((name) => `${kind} ${name}`);
    this.known = new Set([
      ...names('实体', draft.entities),
      ...names('清单', draft.lists),
      ...names('事项', draft.matters),
      ...names('事实', draft.facts),
    ]);
  }

  file(path: string, text: string): void {
    const file = new SourceFile(path, text);
    const node = readYaml(file, 0, text.length, this.reporter);
    if (node === undefined) return;
    if (node.kind !== 'mapping') {
      this.reporter.report(
        'wrongShape',
        file.span(0, 1),
        '词汇文件写 实体、清单、事项、事实、部门',
      );
      return;
    }
    const keyed = new Keyed(
      node,
      ['实体', '清单', '事项', '事实', '部门'],
      '词汇文件',
      this.reporter,
    );
    for (const entry of keyed.mapping('实体')?.entries ?? []) this.entity(entry);
    for (const entry of keyed.mapping('清单')?.entries ?? []) this.list(entry);
    for (const entry of keyed.mapping('事项')?.entries ?? []) this.matter(entry);
    for (const entry of keyed.mapping('事实')?.entries ?? [])
      if (this.isNew('事实', entry)) this.draft.pendingFacts.push(entry);
    for (const entry of keyed.mapping('部门')?.entries ?? [])
      readDepartment(entry, this.draft, this.reporter);
  }

  finish(): VocabularyDraft {
    if (!this.draft.entities.has('企业'))
      this.draft.entities.set('企业', {
        name: '企业',
        id: 'enterprise',
        nameEn: 'Enterprise',
        belongsTo: undefined,
      });
    for (const { key, value } of this.parents) {
      if (value.kind !== 'scalar' || this.draft.entities.has(value.text)) continue;
      const message = `“${key.text}”：没有“${value.text}”这种实体`;
      this.reporter.report('unknownEntity', spanOf(value), message, {
        hint: meant(value.text, this.draft.entities.keys()),
      });
    }
    for (const entry of this.draft.pendingFacts) readFact(entry, this.draft, this.reporter);
    return this.draft;
  }

  private isNew(kind: string, entry: Entry): boolean {
    const label = `${kind} ${entry.key.text}`;
    const first = this.places.get(label);
    const span = spanOf(entry.key);
    if (first === undefined && !this.known.has(label)) {
      this.places.set(label, span);
      return true;
    }
    this.reporter.report('duplicateName', span, `已有叫“${entry.key.text}”的${kind}`, {
      related: first === undefined ? [] : [{ message: '第一处', span: first }],
    });
    return false;
  }

  private keyed(kind: string, entry: Entry, known: readonly string[]): Keyed | undefined {
    if (!this.isNew(kind, entry)) return undefined;
    const fault = nameFault(entry.key.text);
    if (fault !== undefined) this.reporter.report('badValue', spanOf(entry.key), fault);
    if (entry.value.kind === 'mapping')
      return new Keyed(entry.value, known, `${kind}“${entry.key.text}”`, this.reporter);
    const message = `${kind}“${entry.key.text}”下面要写 ${known.join('、')}`;
    this.reporter.report('wrongShape', entrySpan(entry), message);
    return undefined;
  }

  private english(keyed: Keyed, what: string): string {
    const text = keyed.text('英文');
    if (text === undefined) keyed.missing('英文', what);
    return text ?? '';
  }

  private entity(entry: Entry): void {
    const keyed = this.keyed('实体', entry, ['英文', '属于', '标识']);
    if (keyed === undefined) return;
    const name = entry.key.text;
    if (!keyed.has('标识')) keyed.missing('标识', `实体“${name}”`);
    const id = keyed.text('标识') ?? name;
    const other = [...this.draft.entities.values()].find((each) => each.id === id);
    if (other !== undefined)
      this.reporter.report(
        'duplicateName',
        spanOf(keyed.entry('标识')?.value ?? entry.key),
        `实体“${other.name}”已用标识 ${id}`,
      );
    const parent = keyed.entry('属于');
    if (parent !== undefined) this.parents.push(parent);
    this.draft.entities.set(name, {
      name,
      id,
      nameEn: this.english(keyed, `实体“${name}”`),
      belongsTo: keyed.text('属于'),
    });
  }

  private list(entry: Entry): void {
    const keyed = this.keyed('清单', entry, ['英文', '有序', '项']);
    if (keyed === undefined) return;
    const name = entry.key.text;
    const members = (keyed.mapping('项')?.entries ?? []).map(({ key, value }) => ({
      name: key.text,
      nameEn: value.kind === 'scalar' ? value.text : '',
    }));
    if (members.length === 0) keyed.missing('项', `清单“${name}”`);
    this.draft.lists.set(name, {
      name,
      nameEn: this.english(keyed, `清单“${name}”`),
      ordered: keyed.yes('有序') ?? false,
      members,
    });
  }

  private matter(entry: Entry): void {
    const keyed = this.keyed('事项', entry, ['英文']);
    if (keyed === undefined) return;
    const name = entry.key.text;
    this.draft.matters.set(name, { name, nameEn: this.english(keyed, `事项“${name}”`) });
  }
}

/** Reads all vocabulary files (path and text) into a draft, on top of what it knows already. */
export function readVocabulary(
  files: Iterable<readonly [string, string]>,
  reporter: Reporter,
  known: VocabularyDraft = emptyDraft(),
): VocabularyDraft {
  const reader = new VocabularyReader(reporter, known);
  for (const [path, text] of files) reader.file(path, text);
  return reader.finish();
}
