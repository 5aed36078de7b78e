/** A value whose change moves no answer, and why that is right. */
export interface Exception {
  readonly document: string;
  readonly measure: string;
  /** The line of the value as written, without indentation. */
  readonly line: string;
  readonly value: string;
  /** Only this change; both when absent. */
  readonly direction?: 'up' | 'down';
  readonly reason: string;
}

/** Values that no example can hold in place. One that an example does hold does not belong here. */
export const exceptions: readonly Exception[] = [
  {
    document: 'hz-retail-leaders-2022',
    measure: '商贸头部企业奖励',
    line: '执行: 2022-07-01 至 2022-12-31',
    value: '2022-12-31',
    reason:
      'In force runs from the first day of the period to the last day of the application window; the end of the period lies between.',
  },
  {
    document: 'hz-retail-leaders-2022',
    measure: '商贸头部企业奖励',
    line: '申报: 2023-01-01 至 2023-01-31',
    value: '2023-01-01',
    reason:
      'In force runs from the first day of the period to the last day of the application window; the start of the window lies between.',
  },
];
