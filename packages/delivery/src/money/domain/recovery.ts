/** How a recovery stands, all sums in 分. */
export interface RecoverySums {
  readonly principal: bigint;
  readonly interest: bigint;
  readonly received: bigint;
}

/** What is still to come, and of what. */
export interface Outstanding {
  readonly principal: bigint;
  readonly interest: bigint;
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** What comes in counts towards interest first, then towards the principal (Civil Code, article 561). */
export function outstandingOf({ principal, interest, received }: RecoverySums): Outstanding {
  const towardsInterest = lesser(received, interest);
  return {
    interest: interest - towardsInterest,
    principal: principal - (received - towardsInterest),
  };
}

/** How a sum that comes in divides; it is not above what is outstanding. */
export function divideReceived(fen: bigint, { interest }: Outstanding): Outstanding {
  const towardsInterest = lesser(fen, interest);
  return { interest: towardsInterest, principal: fen - towardsInterest };
}
