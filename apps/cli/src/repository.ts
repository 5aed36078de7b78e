import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const defaultContent = 'content/hangzhou';

/** The folder above this module that holds the content: the same for the sources and for the bundle made of them. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, defaultContent)) && folder !== dirname(folder))
    folder = dirname(folder);
  return folder;
}

/** Where the repository lies. */
export const repositoryRoot: string = findRoot();

/** Content read when no `--content` is given. */
export const defaultContentFolder: string = join(repositoryRoot, defaultContent);

/** Source texts compared by `luodi cite` when no `--corpus` is given: a folder beside the repository, often absent. */
export const defaultCorpusFolder: string = join(dirname(repositoryRoot), 'shared/corpus');
