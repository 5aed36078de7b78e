import { spanOf } from '../../read/data-node.ts';
import type { AmountReader } from './amount-context.ts';

function readOptions(key: string, chosenBy: 'rule' | 'applicant'): AmountReader {
  return (keyed, context) => {
    const nodes = keyed.items(key);
    if (nodes.length < 2) {
      context.reporter.report('amountForm', spanOf(keyed.node), `“${key}”下面至少写两项`);
      return undefined;
    }
    const options = nodes.flatMap((node) => context.nested(node, [])?.amount ?? []);
    return options.length === nodes.length ? { kind: 'highest', chosenBy, options } : undefined;
  };
}

/** 就高: the highest counts by the rule itself. */
export const readHighest = readOptions('就高', 'rule');

/** 择一: the text leaves the choice open; the highest is counted. */
export const readOneOf = readOptions('择一', 'applicant');
