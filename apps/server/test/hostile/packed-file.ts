import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive of one part that is far larger when it is unpacked. */
export function packedFile(name: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const packed = deflateRawSync(body, { level: 9 });
  const fields = (mark: number, size: number, at: number) => {
    const header = Buffer.alloc(size);
    header.writeUInt32LE(mark, 0);
    header.writeUInt16LE(20, at);
    header.writeUInt16LE(8, at + 4);
    header.writeUInt32LE(crc32(body), at + 10);
    header.writeUInt32LE(packed.length, at + 14);
    header.writeUInt32LE(body.length, at + 18);
    header.writeUInt16LE(name.length, at + 22);
    return Buffer.concat([header, Buffer.from(name)]);
  };
  const local = Buffer.concat([fields(0x04034b50, 30, 4), packed]);
  const directory = fields(0x02014b50, 46, 6);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, directory, end]));
}
