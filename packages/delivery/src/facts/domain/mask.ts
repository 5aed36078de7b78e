function masked(text: string, first: number, last: number): string {
  const characters = Array.from(text.trim());
  const hidden = characters.length - first - last;
  // What is too short to hide anything in between is hidden altogether.
  if (hidden <= 0) return '*'.repeat(characters.length);
  return [
    ...characters.slice(0, first),
    '*'.repeat(hidden),
    ...characters.slice(characters.length - last),
  ].join('');
}

/** `330***********0017`: the province and the last four. */
export function maskIdNumber(id: string): string {
  return masked(id, 3, 4);
}

/** `***************0001`: the last four. */
export function maskAccount(account: string): string {
  return masked(account, 0, 4);
}

/** `138****0000`, `0571****0000`. */
export function maskPhone(phone: string): string {
  return phone.startsWith('0') ? masked(phone, 4, 4) : masked(phone, 3, 4);
}

/** `张**`, `J***`: the first character; a name of one character is hidden. */
export function maskPersonName(name: string): string {
  return masked(name, 1, 0);
}
