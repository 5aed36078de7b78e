import { afterAll, expect, test } from 'vitest';
import { openChdb } from './chdb.ts';

// The package is installed before the tests are collected, so that no test's time limit cuts it short.
const opened = await openChdb();

if (opened.kind === 'missing') test.skip(`today's ClickHouse: ${opened.reason}`, () => {});
else {
  const { chdb } = opened;
  afterAll(() => chdb.close());

  test("today's ClickHouse multiplies beyond 64 bits without loss", () => {
    const product = 'toDecimal128(9223372036854775807, 0) * toDecimal128(9223372036854775807, 0)';
    expect(chdb.query(`SELECT toString(${product}) AS x`)).toBe(
      '{"x":"85070591730234615847396907784232501249"}\n',
    );
  });

  test('what it cannot run is an error with its words', () => {
    expect(() => chdb.query('SELECT no_such_column')).toThrow('UNKNOWN_IDENTIFIER');
  });
}
