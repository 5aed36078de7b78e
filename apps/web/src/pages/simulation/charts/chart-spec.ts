interface Bar {
  readonly value: number;
  /** The figure as it stands behind the bar. */
  readonly label: string;
  /** The same where there is little room. */
  readonly short?: string;
}

/** One bar for each category. */
export interface BarSet {
  readonly name: string;
  readonly look: 'hatched' | 'plain';
  readonly bars: readonly Bar[];
}

/** What a chart of lying bars shows. */
export interface ChartSpec {
  readonly categories: readonly string[];
  readonly sets: readonly BarSet[];
}
