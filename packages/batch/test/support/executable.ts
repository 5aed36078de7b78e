import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first file called `name` in `folders` or on the PATH that may be run. */
export function findExecutable(name: string, folders: readonly string[]): string | undefined {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders, ...path]
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
