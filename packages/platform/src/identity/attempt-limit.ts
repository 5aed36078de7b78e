/** How often something was tried in vain, for each address, within a stretch of time: in memory, forgotten with the process. */
export class AttemptLimit {
  private readonly failures = new Map<string, number[]>();
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

  private recent(address: string, at: Date): number[] {
    const since = at.getTime() - this.stretch;
    return (this.failures.get(address) ?? []).filter((time) => time > since);
  }

  /**
   * Takes one of the attempts that the address has, before it is known what comes of it: attempts at the same time cannot get
   * more than these. Whether there was one left; otherwise the address has to wait.
   */
  take(address: string, at: Date): boolean {
    const times = this.recent(address, at);
    if (times.length >= this.most) return false;
    this.failures.delete(address);
    this.failures.set(address, [...times, at.getTime()]);
    if (this.failures.size > this.mostAddresses) {
      const [oldest] = this.failures.keys();
      if (oldest !== undefined) this.failures.delete(oldest);
    }
    return true;
  }

  /** Gives an attempt back that was not in vain. */
  giveBack(address: string, at: Date): void {
    const times = this.failures.get(address) ?? [];
    const place = times.indexOf(at.getTime());
    if (place >= 0) this.failures.set(address, times.toSpliced(place, 1));
  }
}
