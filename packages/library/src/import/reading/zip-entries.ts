import { inflateRawSync } from 'node:zlib';
import { importRefusal } from '../import-refusal.ts';
import { Stopped } from './reading-limits.ts';
import type { ReadingLimits, Watch } from './reading-limits.ts';

/** A part of a packed file as its directory describes it. The sizes may be lies. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly offset: number;
}

const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const entryMark = 0x04034b50;
const endSize = 22;
const largestComment = 65_535;

function damaged(): Stopped {
  return new Stopped(importRefusal('damaged'));
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endSize - largestComment);
  for (let at = view.byteLength - endSize; at >= first; at--)
    if (view.getUint32(at, true) === endMark) return at;
  throw damaged();
}

/** The packed file's directory. Throws `Stopped` when there is none, or when it announces more than is allowed. */
export function listZip(bytes: Uint8Array, limits: ReadingLimits): readonly ZipEntry[] {
  if (bytes.length < endSize) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > limits.parts) throw new Stopped(importRefusal('zip_bomb'));
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryMark) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    entries.push({
      name: new TextDecoder().decode(name),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  const swollen = entries.some(
    ({ packed, unpacked }) => unpacked > 1024 * 1024 && unpacked > packed * limits.ratio,
  );
  if (total > limits.unpacked || swollen) throw new Stopped(importRefusal('zip_bomb'));
  return entries;
}

function tooMuch(error: unknown): boolean {
  return (
    error instanceof RangeError ||
    (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
  );
}

/** Unpacks one part. It stops at the size that the directory announced, so a lying directory gains nothing. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, watch: Watch): Uint8Array {
  watch.check();
  if (entry.encrypted) throw new Stopped(importRefusal('encrypted'));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== entryMark) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) throw damaged();
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) });
  } catch (error) {
    throw tooMuch(error) ? new Stopped(importRefusal('zip_bomb')) : damaged();
  }
}
