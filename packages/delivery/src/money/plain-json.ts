/** Data as JSON has it: sums (bigint) as their digits. */
export function plainJson(data: unknown): unknown {
  const text = JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  const plain: unknown = JSON.parse(text);
  return plain;
}
