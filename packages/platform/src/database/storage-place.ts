/** Where data are kept: in this process's memory, in a folder (embedded PostgreSQL), or on a PostgreSQL server. */
export type StoragePlace =
  | { readonly kind: 'memory' }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'server'; readonly url: string };

/** The place that the environment names: the server of DATABASE_URL, else the folder LUODI_DATA, else the usual folder. */
export function storagePlace(
  { DATABASE_URL = '', LUODI_DATA = '' }: Readonly<Record<string, string | undefined>>,
  usualFolder: string,
): StoragePlace {
  if (DATABASE_URL !== '') return { kind: 'server', url: DATABASE_URL };
  return { kind: 'folder', path: LUODI_DATA === '' ? usualFolder : LUODI_DATA };
}
