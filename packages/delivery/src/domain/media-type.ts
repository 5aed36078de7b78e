const signatures: readonly { readonly bytes: readonly number[]; readonly mediaType: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], mediaType: 'application/pdf' },
  { bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], mediaType: 'image/png' },
  { bytes: [0xff, 0xd8, 0xff], mediaType: 'image/jpeg' },
  // Word and Excel are zip archives; they are kept as they came and never opened here.
  { bytes: [0x50, 0x4b, 0x03, 0x04], mediaType: 'application/zip' },
];

/** What a file is by its first bytes: PDF, PNG, JPEG, or an Office document; `undefined` for anything else. */
export function mediaTypeOf(bytes: Uint8Array): string | undefined {
  return signatures.find((signature) =>
    signature.bytes.every((byte, place) => bytes[place] === byte),
  )?.mediaType;
}
