import { say } from './terminal.ts';
import type { CommandContext } from './terminal.ts';

/** Seconds between two lines of progress. */
const pause = 2_000;

/** Tells how far a long work is, in lines some seconds apart, on stderr. */
export function progressLines(context: CommandContext): (done: number, size: number) => void {
  let last = performance.now();
  return (done, size) => {
    const now = performance.now();
    if (done < size && now - last < pause) return;
    last = now;
    const share = size === 0 ? 100 : Math.floor((100 * done) / size);
    const counted = `${done.toLocaleString('en-US')} / ${size.toLocaleString('en-US')}`;
    context.terminal.note(
      say(context, { zh: `${share}%（${counted} 家）`, en: `${share}% (${counted} enterprises)` }),
    );
  };
}
