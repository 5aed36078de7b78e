/** So many passwords are hashed at once: each takes 32 MB and a thread of the few that files and names are read with too. */
const mostAtOnce = 2;
/** And so many wait, some three seconds of work; who comes then is told to come again. */
const mostWaiting = 60;

/** More passwords are being checked than the machine can do soon. Nothing was done. */
class PasswordsBusy extends Error {
  constructor() {
    super('too many passwords are being checked');
  }
}

/** Whether an error means that there is no room to hash a password now. */
export function isPasswordsBusy(error: unknown): boolean {
  return error instanceof PasswordsBusy;
}

let working = 0;
const waiting: (() => void)[] = [];

/**
 * Does work that hashes a password, as soon as it is its turn, for whomever it is: however many addresses ask, memory and threads stay
 * bounded. Rejects with an error that `isPasswordsBusy` knows, before the work begins, when too many wait already. Not to be nested.
 */
export async function withPasswordRoom<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  if (working < mostAtOnce) working += 1;
  else {
    if (waiting.length >= mostWaiting) throw new PasswordsBusy();
    // Who leaves hands its place over.
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) working -= 1;
    else next();
  }
}
