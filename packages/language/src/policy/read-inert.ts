import type { Span } from '@luodi/kernel';
import type { Reporter } from '../diagnostic/reporter.ts';
import type { DataNode } from '../read/data-node.ts';
import { spanOf } from '../read/data-node.ts';
import { Keyed } from '../read/keyed.ts';
import type { Block, InertReason } from '../tree/index.ts';

const reasons: Readonly<Record<string, InertReason>> = {
  任务: 'task',
  酌定: 'discretion',
  另行规定: 'elsewhere',
  宣示: 'declaration',
  程序: 'procedure',
  职责: 'duties',
  定义: 'definition',
  附则: 'closing',
};

/** 不执行: why nothing in the words above can run. */
export function readInert(node: DataNode, span: Span, reporter: Reporter): Block | undefined {
  if (node.kind !== 'mapping') {
    reporter.report('wrongShape', spanOf(node), '“不执行”写 理由 和 说明');
    return undefined;
  }
  const keyed = new Keyed(node, ['理由', '说明'], '“不执行”', reporter);
  for (const key of ['理由', '说明']) if (!keyed.has(key)) keyed.missing(key, '“不执行”');
  const reason = keyed.oneOf('理由', reasons);
  const note = keyed.text('说明');
  if (reason === undefined || note === undefined) return undefined;
  return { kind: 'inert', reason, note, span };
}
