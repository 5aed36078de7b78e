/**
 * The largest sum of whole numbers under caps that overlap in any way, exactly: the relaxation to fractions by the simplex method
 * over whole numbers (one common denominator, every division exact, Bland's rule against cycling), then branching on shares
 * that came out fractional. Sources: J. Edmonds, "Systems of distinct representatives and linear algebra" (1967), for the
 * division-free pivot; A. H. Land and A. G. Doig, "An automatic method of solving discrete programming problems" (1960).
 */
export interface PackingProgram {
  /** Most that each share may be; not negative. */
  readonly bounds: readonly bigint[];
  /** The shares of the members of a row together are at most its cap; not negative. */
  readonly rows: readonly { readonly members: readonly number[]; readonly cap: bigint }[];
}

interface Relaxed {
  readonly numerators: readonly bigint[];
  readonly total: bigint;
  readonly denominator: bigint;
}

interface Tableau {
  /** Constraint rows, then the objective row; the last column is the right-hand side. */
  readonly cells: bigint[][];
  /** Variable of each constraint row and of each column: shares come first, then slacks. */
  readonly basic: number[];
  readonly free: number[];
  denominator: bigint;
}

function tableauOf(program: PackingProgram): Tableau {
  const count = program.bounds.length;
  const cells = program.rows.map(({ members, cap }) => {
    const row = Array.from({ length: count + 1 }, () => 0n);
    for (const member of members) row[member] = 1n;
    row[count] = cap;
    return row;
  });
  program.bounds.forEach((bound, share) => {
    const row = Array.from({ length: count + 1 }, () => 0n);
    row[share] = 1n;
    row[count] = bound;
    cells.push(row);
  });
  const basic = cells.map((_, row) => count + row);
  cells.push(Array.from({ length: count + 1 }, (_, column) => (column < count ? -1n : 0n)));
  return { cells, basic, free: program.bounds.map((_, share) => share), denominator: 1n };
}

/** Column to enter: of those that raise the sum, the variable with the smallest number. */
function entering({ cells, free }: Tableau): number {
  const objective = cells.at(-1) ?? [];
  let chosen = -1;
  free.forEach((variable, column) => {
    if ((objective[column] ?? 0n) >= 0n) return;
    if (chosen < 0 || variable < (free[chosen] ?? 0)) chosen = column;
  });
  return chosen;
}

/** Row to leave: the tightest; among equals the variable with the smallest number. */
function leaving({ cells, basic, free }: Tableau, column: number): number {
  let chosen = -1;
  let chosenCap = 0n;
  let chosenRate = 1n;
  basic.forEach((variable, row) => {
    const rate = cells[row]?.[column] ?? 0n;
    if (rate <= 0n) return;
    const cap = cells[row]?.[free.length] ?? 0n;
    const order = cap * chosenRate - chosenCap * rate;
    if (chosen >= 0 && (order > 0n || (order === 0n && variable > (basic[chosen] ?? 0)))) return;
    [chosen, chosenCap, chosenRate] = [row, cap, rate];
  });
  return chosen;
}

function pivot(tableau: Tableau, row: number, column: number): void {
  const { cells, basic, free, denominator } = tableau;
  const pivotRow = cells[row] ?? [];
  const by = pivotRow[column] ?? 1n;
  cells.forEach((other, index) => {
    if (index === row) return;
    const factor = other[column] ?? 0n;
    for (let at = 0; at < other.length; at++)
      if (at !== column)
        other[at] = ((other[at] ?? 0n) * by - factor * (pivotRow[at] ?? 0n)) / denominator;
    other[column] = -factor;
  });
  pivotRow[column] = denominator;
  tableau.denominator = by;
  [basic[row], free[column]] = [free[column] ?? 0, basic[row] ?? 0];
}

/** The optimum over fractions. Always exists: nothing counted is lawful, and every share is bounded. */
function relax(program: PackingProgram): Relaxed {
  const tableau = tableauOf(program);
  for (let column = entering(tableau); column >= 0; column = entering(tableau))
    pivot(tableau, leaving(tableau, column), column);
  const { cells, basic, denominator } = tableau;
  const last = program.bounds.length;
  const numerators = program.bounds.map((_, share) => {
    const row = basic.indexOf(share);
    return row < 0 ? 0n : (cells[row]?.[last] ?? 0n);
  });
  return { numerators, total: cells.at(-1)?.[last] ?? 0n, denominator };
}

/** Whole shares near the relaxation: cut down, then filled up in order wherever there is room. */
function rounded(program: PackingProgram, { numerators, denominator }: Relaxed): bigint[] {
  const shares = numerators.map((numerator) => numerator / denominator);
  const room = program.rows.map(({ members, cap }) =>
    members.reduce((left, member) => left - (shares[member] ?? 0n), cap),
  );
  shares.forEach((share, index) => {
    let spare = (program.bounds[index] ?? 0n) - share;
    program.rows.forEach(({ members }, row) => {
      const left = room[row] ?? 0n;
      if (members.includes(index) && left < spare) spare = left;
    });
    shares[index] = share + spare;
    program.rows.forEach(({ members }, row) => {
      if (members.includes(index)) room[row] = (room[row] ?? 0n) - spare;
    });
  });
  return shares;
}

/** The same program once the share `index` is at least `floor`; `undefined` when a cap forbids it. */
function raised(program: PackingProgram, index: number, floor: bigint): PackingProgram | undefined {
  const bounds = program.bounds.map((bound, share) => (share === index ? bound - floor : bound));
  const rows = program.rows.map(({ members, cap }) => ({
    members,
    cap: members.includes(index) ? cap - floor : cap,
  }));
  const lawful = (bounds[index] ?? 0n) >= 0n && rows.every(({ cap }) => cap >= 0n);
  return lawful ? { bounds, rows } : undefined;
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

/** Shares with a sum above `floor`, the largest there is; `undefined` when there are none. */
function search(program: PackingProgram, floor: bigint): bigint[] | undefined {
  const relaxed = relax(program);
  const ceiling = relaxed.total / relaxed.denominator;
  if (ceiling <= floor) return undefined;
  let best: bigint[] | undefined;
  let bestTotal = floor;
  const near = rounded(program, relaxed);
  if (sum(near) > bestTotal) [best, bestTotal] = [near, sum(near)];
  const broken = relaxed.numerators.findIndex((share) => share % relaxed.denominator !== 0n);
  if (bestTotal === ceiling || broken < 0) return best;
  const low = (relaxed.numerators[broken] ?? 0n) / relaxed.denominator;
  const bounds = program.bounds.map((bound, share) => (share === broken ? low : bound));
  const below = search({ bounds, rows: program.rows }, bestTotal);
  if (below !== undefined) [best, bestTotal] = [below, sum(below)];
  const rest = raised(program, broken, low + 1n);
  if (rest === undefined) return best;
  const above = search(rest, bestTotal - low - 1n);
  return above?.map((share, index) => (index === broken ? share + low + 1n : share)) ?? best;
}

/** Whole shares with the largest sum. Equal programs give equal shares. */
export function largestPacking(program: PackingProgram): readonly bigint[] {
  return search(program, -1n) ?? program.bounds.map(() => 0n);
}
