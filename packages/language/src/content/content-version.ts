import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 over the names and texts of all files, in the order of their names: the same version means the same rules. */
export function contentVersion(files: ReadonlyMap<string, string>): string {
  const hash = sha256.create();
  for (const path of [...files.keys()].sort()) {
    const text = files.get(path) ?? '';
    hash.update(utf8ToBytes(`${path}\u0000${text.length}\u0000${text}\u0000`));
  }
  return bytesToHex(hash.digest());
}
