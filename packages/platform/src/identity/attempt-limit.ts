import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';

/** Why something may not be tried now: too often in vain; or as many as may still be tried are under way, and may yet succeed. */
export type AttemptFault = { readonly code: 'spent' } | { readonly code: 'under_way' };

interface Attempts {
  /** When what was in vain was begun. */
  readonly failures: number[];
  underWay: number;
}

/** How often something was tried in vain, for each address, within a stretch of time: in memory, forgotten with the process. */
export class AttemptLimit {
  private readonly attempts = new Map<string, Attempts>();
  private readonly most: number;
  private readonly stretch: number;
  /** So many addresses are kept in mind; beyond that the one longest silent is forgotten. */
  private readonly mostAddresses: number;

  /** @param stretch in milliseconds */
  constructor(most: number, stretch: number, mostAddresses = 50_000) {
    this.most = most;
    this.stretch = stretch;
    this.mostAddresses = mostAddresses;
  }

  private recent(address: string, at: Date): Attempts {
    const since = at.getTime() - this.stretch;
    const { failures, underWay } = this.attempts.get(address) ?? { failures: [], underWay: 0 };
    return { failures: failures.filter((time) => time > since), underWay };
  }

  private keep(address: string, attempts: Attempts): void {
    this.attempts.delete(address);
    if (attempts.underWay + attempts.failures.length === 0) return;
    this.attempts.set(address, attempts);
    if (this.attempts.size <= this.mostAddresses) return;
    const [oldest] = this.attempts.keys();
    if (oldest !== undefined) this.attempts.delete(oldest);
  }

  private end(address: string, at: Date, inVain: boolean): void {
    const { failures, underWay } = this.recent(address, at);
    this.keep(address, {
      failures: inVain ? [...failures, at.getTime()] : failures,
      underWay: Math.max(0, underWay - 1),
    });
  }

  /**
   * Tries it, if the address has an attempt left: attempts at the same time cannot get more than these. Work that throws was
   * not tried, and costs nothing.
   *
   * @param inVain Whether what came of it counts.
   */
  async attempt<Outcome>(
    address: string,
    at: Date,
    work: () => Promise<Outcome>,
    inVain: (outcome: Outcome) => boolean,
  ): Promise<Result<Outcome, AttemptFault>> {
    const { failures, underWay } = this.recent(address, at);
    if (failures.length >= this.most) return fail({ code: 'spent' });
    if (failures.length + underWay >= this.most) return fail({ code: 'under_way' });
    this.keep(address, { failures, underWay: underWay + 1 });
    let counts = false;
    try {
      const outcome = await work();
      counts = inVain(outcome);
      return ok(outcome);
    } finally {
      this.end(address, at, counts);
    }
  }
}
