/**
 * SQLSTATE: the classes of broken connections, and of a server that shuts down, crashed, or does not take connections (yet, or so many).
 */
const awayStates = /^(08...|57P0[1-5]|53300)$/;

/** What the system says of a connection that cannot be made, or broke. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What the drivers say without a code: of a broken connection, one that was not made in time, an engine that has ended. */
const awayWords =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|PGlite is closed|driver has already been destroyed)/;

/** Whether an error means that the database cannot be reached now; what was under way may have been done or not. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true;
  const code = 'code' in error ? String(error.code) : '';
  return awayStates.test(code) || awayCodes.has(code) || awayWords.test(error.message);
}

/** SQLSTATE: disk full, out of memory, a limit that was configured. */
const fullStates = new Set(['53000', '53100', '53200', '53400']);

/** Whether an error means that there is no room for what was to be written; nothing of it was. */
export function isStorageFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && fullStates.has(String(error.code));
}
