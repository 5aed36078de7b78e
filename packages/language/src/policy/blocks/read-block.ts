import type { Span } from '@luodi/kernel';
import type { DataNode } from '../../read/data-node.ts';
import type { BlockKeyword } from '../../read/policy-markdown.ts';
import type { Block } from '../../tree/index.ts';
import { contractKind } from './contracts.ts';
import type { EntryContext } from './entry-context.ts';
import { indicatorKind } from './indicators.ts';
import { inspectionKind } from './inspections.ts';
import { listKind } from './lists.ts';
import { readNamedEntries } from './named-entries.ts';
import { procedureKind } from './procedures.ts';
import { taskKind } from './tasks.ts';

/** The blocks of named entries that nothing is computed from. */
export type EntryBlockKeyword = Exclude<BlockKeyword, '政策' | '用例' | '不执行'>;

/** Reads a block of tasks, indicators, lists, procedures, inspections or contracts. */
export function readEntryBlock(
  keyword: EntryBlockKeyword,
  node: DataNode,
  span: Span,
  context: EntryContext,
): Block {
  switch (keyword) {
    case '任务':
      return { kind: 'tasks', tasks: readNamedEntries(node, taskKind, context), span };
    case '指标':
      return {
        kind: 'indicators',
        indicators: readNamedEntries(node, indicatorKind, context),
        span,
      };
    case '清单':
      return { kind: 'lists', lists: readNamedEntries(node, listKind, context), span };
    case '流程':
      return {
        kind: 'procedures',
        procedures: readNamedEntries(node, procedureKind, context),
        span,
      };
    case '抽查':
      return {
        kind: 'inspections',
        inspections: readNamedEntries(node, inspectionKind, context),
        span,
      };
    case '合同':
      return { kind: 'contracts', contracts: readNamedEntries(node, contractKind, context), span };
  }
}
