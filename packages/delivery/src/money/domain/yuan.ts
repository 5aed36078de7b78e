/** `123456` 分 as a bank writes it: `1234.56`, always two decimals. */
export function yuanText(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A sum in 元 as banks and sheets write it (`1,234.56`, `1234.5`, `1234`), in 分; `undefined` for anything else. */
export function fenOfYuan(text: string): bigint | undefined {
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2})0*)?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '', decimals = ''] = match;
  return BigInt(whole.replaceAll(',', '')) * 100n + BigInt(decimals.padEnd(2, '0'));
}
