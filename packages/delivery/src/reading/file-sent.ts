/** A file of rows as it came. */
export interface FileSent {
  readonly name: string;
  readonly bytes: Uint8Array;
}
