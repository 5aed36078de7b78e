import { parseDate } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { compileRule, everyColumn, printRule } from '../../src/compile/index.ts';
import { clickhouse, duckdb, postgres } from '../../src/dialect/index.ts';
import type { Dialect } from '../../src/sql/dialect.ts';

function fact(name: string, id: string, type: string): string {
  return `
  ${name}:
    标识: ${id}
    英文: ${id}
    类型: ${type}
    定义: ${name}
    英文定义: ${id}
    出处: town.txt:1
    问: ${name}？
    英文问: ${id}?`;
}

const vocabulary = `
实体:
  企业: { 英文: Enterprise, 标识: enterprise }
事项:
  补助: { 英文: Grant }
事实:${[
  fact('职工人数', 'staff', '个数\n    单位: 人'),
  fact('高企', 'high_tech', '是否'),
  fact('老字号', 'old_brand', '是否'),
].join('')}
`;

const document = `---
编号: town
标题: 示范办法
英文标题: Model measures
标题推定: 否
文号: ""
发布机关: ""
施行: 2024-01-01
有效期至: 2027-12-31
牵头: 示范局
叠加: 从优就高不重复
资金: ""
来源: { 文件: town.txt, 行: [1, 1] }
---

## 一、上规 〔1〕

> 职工人数50人以上的高企或老字号，给予20万元。

\`\`\`政策
上规奖励:
  英文: Scale award
  英文说明: An enterprise with at least 50 people.
  事项: 补助
  条件: [职工人数 在 50人 以上, 高企 或 老字号]
  给: 20万元
\`\`\`
`;

const { content, diagnostics } = loadContent(
  new Map([
    ['vocabulary/town.yaml', vocabulary],
    ['documents/town.policy.md', document],
  ]),
  'measures',
);

function on(text: string): PlainDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
}

function sqlOf(name: string, dialect: Dialect): string {
  const measure = content.measures.get(`town/${name}`);
  if (measure === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const population = everyColumn(content.vocabulary, 2026);
  const compiled = compileRule(measure, content.vocabulary, on('2026-06-01'), population);
  if (!compiled.ok) throw new Error(compiled.error.reason);
  return printRule(compiled.value, content.vocabulary, population, dialect);
}

describe('a rule as SQL, with its clause and conditions as comments', () => {
  test('DuckDB', () => {
    expect(sqlOf('上规奖励', duckdb)).toMatchInlineSnapshot(`
      "-- town/上规奖励 · 2026-06-01
      -- 一、上规 〔town.txt:1-1〕
      -- “职工人数50人以上的高企或老字号，给予20万元。”
      SELECT
        "enterprise_id",
        CASE WHEN "t3" THEN 'not_entitled' WHEN "t4" THEN 'undetermined' ELSE 'entitled' END AS "status",
        CASE WHEN "t3" THEN 'none' WHEN "t4" THEN 'at_most' ELSE 'exact' END AS "kind",
        CASE WHEN "t3" THEN 0::BIGINT WHEN "t4" THEN 0::BIGINT ELSE 20000000 END AS "lower_fen",
        CASE WHEN "t3" THEN 0::BIGINT ELSE 20000000 END AS "upper_fen"
      FROM (
        SELECT
          *,
          (NOT coalesce(("condition_1" AND "condition_2"), TRUE)) AS "t3",
          (NOT coalesce(("condition_1" AND "condition_2"), FALSE)) AS "t4"
        FROM (
          SELECT
            *,
            (50 <= "staff") AS "condition_1", -- 条件 1：职工人数 在 50人 以上
            ("high_tech" OR "old_brand") AS "condition_2" -- 条件 2：高企 或 老字号
          FROM (
            SELECT
              "enterprise_id",
              "staff",
              "high_tech",
              "old_brand"
            FROM "enterprise"
          ) AS applicants
        ) AS step_1
      ) AS step_2"
    `);
  });

  test('PostgreSQL ends each step so that the planner does not copy it', () => {
    expect(sqlOf('上规奖励', postgres)).toMatchInlineSnapshot(`
      "-- town/上规奖励 · 2026-06-01
      -- 一、上规 〔town.txt:1-1〕
      -- “职工人数50人以上的高企或老字号，给予20万元。”
      SELECT
        "enterprise_id",
        CASE WHEN "t3" THEN 'not_entitled' WHEN "t4" THEN 'undetermined' ELSE 'entitled' END AS "status",
        CASE WHEN "t3" THEN 'none' WHEN "t4" THEN 'at_most' ELSE 'exact' END AS "kind",
        CASE WHEN "t3" THEN 0::bigint WHEN "t4" THEN 0::bigint ELSE 20000000 END AS "lower_fen",
        CASE WHEN "t3" THEN 0::bigint ELSE 20000000 END AS "upper_fen"
      FROM (
        SELECT
          *,
          (NOT coalesce(("condition_1" AND "condition_2"), TRUE)) AS "t3",
          (NOT coalesce(("condition_1" AND "condition_2"), FALSE)) AS "t4"
        FROM (
          SELECT
            *,
            (50 <= "staff") AS "condition_1", -- 条件 1：职工人数 在 50人 以上
            ("high_tech" OR "old_brand") AS "condition_2" -- 条件 2：高企 或 老字号
          FROM (
            SELECT
              "enterprise_id",
              "staff",
              "high_tech",
              "old_brand"
            FROM "enterprise"
          ) AS applicants
          OFFSET 0
        ) AS step_1
        OFFSET 0
      ) AS step_2"
    `);
  });

  test('ClickHouse lists the columns of each step and asks for unknown truths itself', () => {
    expect(sqlOf('上规奖励', clickhouse)).toMatchInlineSnapshot(`
      "-- town/上规奖励 · 2026-06-01
      -- 一、上规 〔town.txt:1-1〕
      -- “职工人数50人以上的高企或老字号，给予20万元。”
      SELECT
        \`enterprise_id\`,
        CASE WHEN \`t3\` THEN 'not_entitled' WHEN \`t4\` THEN 'undetermined' ELSE 'entitled' END AS \`status\`,
        CASE WHEN \`t3\` THEN 'none' WHEN \`t4\` THEN 'at_most' ELSE 'exact' END AS \`kind\`,
        CASE WHEN \`t3\` THEN toInt64(0) WHEN \`t4\` THEN toInt64(0) ELSE 20000000 END AS \`lower_fen\`,
        CASE WHEN \`t3\` THEN toInt64(0) ELSE 20000000 END AS \`upper_fen\`
      FROM (
        SELECT
          \`enterprise_id\`,
          (NOT coalesce((nullIf(least(ifNull(\`condition_1\` * 3, 2), ifNull(\`condition_2\` * 3, 2)), 2) > 0), toUInt8(1))) AS \`t3\`,
          (NOT coalesce((nullIf(least(ifNull(\`condition_1\` * 3, 2), ifNull(\`condition_2\` * 3, 2)), 2) > 0), toUInt8(0))) AS \`t4\`
        FROM (
          SELECT
            \`enterprise_id\`,
            (50 <= \`staff\`) AS \`condition_1\`, -- 条件 1：职工人数 在 50人 以上
            (nullIf(greatest(ifNull(\`high_tech\` * 3, 2), ifNull(\`old_brand\` * 3, 2)), 2) > 0) AS \`condition_2\` -- 条件 2：高企 或 老字号
          FROM (
            SELECT
              \`enterprise_id\`,
              \`staff\`,
              \`high_tech\`,
              \`old_brand\`
            FROM \`enterprise\`
          ) AS applicants
        ) AS step_1
      ) AS step_2"
    `);
  });
});
