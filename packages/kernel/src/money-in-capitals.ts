const digits = Array.from('零壹贰叁肆伍陆柒捌玖');
const hundredMillion = 100_000_000n;
const sizes = [
  [hundredMillion, '亿'],
  [10_000n, '万'],
  [1_000n, '仟'],
  [100n, '佰'],
  [10n, '拾'],
] as const;

function digit(value: bigint): string {
  return digits[Number(value)] ?? '';
}

/** A whole number above zero: a place that is skipped is told by 零. */
function wholeInCapitals(whole: bigint): string {
  const size = sizes.find(([least]) => whole >= least);
  if (size === undefined) return digit(whole);
  const [least, word] = size;
  const rest = whole % least;
  const head = `${wholeInCapitals(whole / least)}${word}`;
  if (rest === 0n) return head;
  return `${head}${rest < least / 10n ? '零' : ''}${wholeInCapitals(rest)}`;
}

/**
 * A sum as Chinese vouchers state it beside the figures, so that it cannot be altered: `人民币贰拾捌万元整`,
 * `人民币壹仟零伍元零叁分`.
 *
 * @param fen Whole 分, not negative and below 1万亿元; else a RangeError: no voucher states such sums.
 */
export function moneyInCapitals(fen: bigint): string {
  if (fen < 0n || fen >= 100n * 10_000n * hundredMillion)
    throw new RangeError(`${fen} 分 is no sum of a voucher`);
  const [yuan, tenths, last] = [fen / 100n, (fen / 10n) % 10n, fen % 10n];
  const whole = yuan === 0n ? '' : `${wholeInCapitals(yuan)}元`;
  if (tenths === 0n && last === 0n) return `人民币${whole === '' ? '零元' : whole}整`;
  const skipped = yuan > 0n && (tenths === 0n || yuan % 10n === 0n) ? '零' : '';
  const dimes = tenths > 0n ? `${digit(tenths)}角` : '';
  return `人民币${whole}${skipped}${dimes}${last > 0n ? `${digit(last)}分` : '整'}`;
}
