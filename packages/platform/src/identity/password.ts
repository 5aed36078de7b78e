import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** RFC 7914: 32 MB and some 60 ms for each guess. Stored with every hash, so that it can be raised. */
const cost: Cost = { N: 32_768, r: 8, p: 1 };
const hashBytes = 32;
const saltBytes = 16;

function derive(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    // The same characters typed on another system may arrive in another composition.
    scrypt(password.normalize('NFKC'), salt, hashBytes, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

/** What is stored of a password: `scrypt$N$r$p$salt$hash`, the last two in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await derive(password, salt, cost);
  const { N, r, p } = cost;
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Compared with where there is no account or no password, so that the answer takes as long. */
const nobody = `scrypt$${cost.N}$${cost.r}$${cost.p}$${Buffer.alloc(saltBytes).toString('base64url')}$${Buffer.alloc(hashBytes).toString('base64url')}`;

/** Whether a password is the stored one; without a stored one never, but no sooner. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const [kind, N, r, p, salt = '', hash = ''] = (stored ?? nobody).split('$');
  if (kind !== 'scrypt') return false;
  const expected = Buffer.from(hash, 'base64url');
  const found = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return stored !== null && found.length === expected.length && timingSafeEqual(found, expected);
}

export type PasswordFault = { readonly code: 'password_too_short' | 'password_too_plain' };

const shortestPassword = 12;
const longestPassword = 256;

/** Passwords of examples and manuals, in the forms in which they are tried first. */
const wellKnown = [
  'password',
  'passw0rd',
  'changeme',
  'admin',
  'luodi',
  'qwerty',
  '123456',
  '落地',
];

/** Whether somebody else would soon guess it; `name` is the login that it is for. */
export function passwordFault(password: string, name: string): PasswordFault | undefined {
  const { length } = password;
  if (length < shortestPassword) return { code: 'password_too_short' };
  // What is left without the well-known parts has to be long enough to guess.
  let rest = password.toLowerCase();
  for (const part of [name.toLowerCase(), ...wellKnown]) rest = rest.replaceAll(part, '');
  const plain = new Set(rest).size < 6 || length > longestPassword;
  return plain ? { code: 'password_too_plain' } : undefined;
}

/** Without the letters and digits that are taken for each other. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
const groups = 5;
const groupLength = 4;

/** A password for one use: 100 bits, in groups that can be read out. */
export function newPassword(): string {
  const letter = () => alphabet[randomInt(alphabet.length)] ?? '';
  const group = () => Array.from({ length: groupLength }, letter).join('');
  return Array.from({ length: groups }, group).join('-');
}
