import type { Kysely } from 'kysely';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { versionOfFiles } from '@luodi/platform';
import type { Schema } from '@luodi/platform';
import { logText } from '../errors/log-text.ts';
import { refusal } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { compileContent } from './city-content.ts';
import type { CityContent } from './city-content.ts';

/** The texts of a version as archived. */
export interface ArchivedFiles {
  readonly version: string;
  readonly city: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Where versions that were served once are kept. */
export interface ContentArchive {
  /**
   * Archived versions that begin so, two at most. Rejects when the database does not answer.
   *
   * @param through Within a transaction that transaction, as the database may have no second connection to lend.
   */
  find(beginning: string, through?: Kysely<Schema>): Promise<readonly ArchivedFiles[]>;
}

/** Compiled old versions that are kept for the next question. */
const mostKept = 4;
const versionBeginning = /^[0-9a-f]{8,64}$/;

/** The texts have to be those that the version is the hash of, and rules that this program can still run. */
function compileArchived({ version, city, files }: ArchivedFiles): Result<CityContent, Refusal> {
  if (versionOfFiles(files) !== version) return fail(refusal('archive_damaged'));
  try {
    const compiled = compileContent(city, files);
    if (compiled.evaluator.content.measures.size > 0) return ok(compiled);
  } catch (error) {
    console.error(`rules ${version}:`, error);
  }
  return fail(refusal('rules_unloadable'));
}

/** The rules of now, and those of every version that was served before. */
export class ServedVersions {
  readonly current: CityContent;
  private readonly archive: ContentArchive;
  private readonly kept = new Map<string, CityContent>();

  constructor(current: CityContent, archive: ContentArchive) {
    this.current = current;
    this.archive = archive;
  }

  /** The rules of a version, named in full or by its beginning; of the current one if none is named. */
  async find(
    named: string | undefined,
    through?: Kysely<Schema>,
  ): Promise<Result<CityContent, Refusal>> {
    if (named === undefined) return ok(this.current);
    const beginning = named.toLowerCase();
    if (!versionBeginning.test(beginning)) return fail(refusal('unknown_content_version'));
    if (this.current.evaluator.content.version.startsWith(beginning)) return ok(this.current);
    const kept = this.kept.get(beginning);
    if (kept === undefined) return this.fromArchive(beginning, through);
    this.keep(kept);
    return ok(kept);
  }

  private async fromArchive(
    beginning: string,
    through: Kysely<Schema> | undefined,
  ): Promise<Result<CityContent, Refusal>> {
    let found: readonly ArchivedFiles[];
    try {
      found = await this.archive.find(beginning, through);
    } catch (error) {
      console.error('content archive:', logText(error));
      return fail(refusal('database_unavailable'));
    }
    const [only, another] = found;
    if (only === undefined || another !== undefined)
      return fail(refusal('unknown_content_version'));
    const kept = this.kept.get(only.version);
    const compiled = kept === undefined ? compileArchived(only) : ok(kept);
    if (compiled.ok) this.keep(compiled.value);
    return compiled;
  }

  private keep(compiled: CityContent): void {
    const { version } = compiled.evaluator.content;
    this.kept.delete(version);
    this.kept.set(version, compiled);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
  }
}
