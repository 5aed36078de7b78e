import { readFileSync } from 'node:fs';

/** Ticks of `/proc/PID/stat` in a second; the same on every Linux that Node runs on. */
const ticks = 100;

/**
 * Seconds of processor that processes took so far, the children that ended included. `undefined` where the machine does not say (no
 * `/proc`) or a process is gone.
 */
export function processorSeconds(ids: readonly number[]): number | undefined {
  try {
    return ids.reduce((sum, id) => {
      const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
      // The name of the program stands in brackets and may hold blanks; user, system, and both of children are fields 14 to 17.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return sum + fields.slice(11, 15).reduce((all, field) => all + Number(field), 0) / ticks;
    }, 0);
  } catch {
    return undefined;
  }
}

/** The process that started another. */
export function parentOf(id: number): number {
  const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}
