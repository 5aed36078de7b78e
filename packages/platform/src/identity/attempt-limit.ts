/** How often something failed, for each address, within a stretch of time: in memory, forgotten with the process. */
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

  /** Whether the address has to wait. */
  isReached(address: string, at: Date): boolean {
    return this.recent(address, at).length >= this.most;
  }

  addFailure(address: string, at: Date): void {
    const times = this.recent(address, at);
    this.failures.delete(address);
    this.failures.set(address, [...times, at.getTime()].slice(-this.most));
    if (this.failures.size <= this.mostAddresses) return;
    const [oldest] = this.failures.keys();
    if (oldest !== undefined) this.failures.delete(oldest);
  }
}
