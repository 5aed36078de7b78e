import { createHash } from 'node:crypto';
import { fail } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { PopulationFault } from '../population-fault.ts';
import type { PopulationPlan } from './population-plan.ts';
import { profileShape } from './profile-shape.ts';
import { planPopulation } from './plan-population.ts';
import { shapeFaults } from './shape-faults.ts';
import type { PathInProfile, ProfileFault } from './shape-faults.ts';

function placeIn(file: string, document: Document, lines: LineCounter) {
  return (path: PathInProfile): string => {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (!isNode(node) || node.range === undefined || node.range === null) continue;
      return `${file}:${lines.linePos(node.range[0]).line}`;
    }
    return file;
  };
}

/**
 * Reads the profile of a synthetic city and applies it to a content. `file` names the place in faults. All faults of a stage come
 * at once: the YAML, then the shape of the entries, then the facts, entities and lists that they name.
 */
export function readProfile(
  text: string,
  file: string,
  content: Content,
): Result<PopulationPlan, readonly PopulationFault[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0)
    return fail(
      document.errors.map(
        (error): PopulationFault => ({
          code: 'unreadable_profile',
          place: `${file}:${error.linePos?.[0].line ?? 1}`,
          message: {
            zh: `不是合格的 YAML：${error.message}`,
            en: `this is not YAML: ${error.message}`,
          },
          hint: {
            zh: '请改正这一行的缩进、引号或重复的键',
            en: 'mend indent, quotes or a repeated key',
          },
        }),
      ),
    );
  const place = placeIn(file, document, lines);
  const raw: unknown = document.toJS();
  const shaped = profileShape.safeParse(raw);
  const faulty = (fault: ProfileFault): PopulationFault => ({
    code: 'faulty_profile',
    place: place(fault.path),
    message: {
      zh: `${fault.path.join('.')}：${fault.zh}`,
      en: `${fault.path.join('.')}: ${fault.en}`,
    },
    hint: fault.mend,
  });
  if (!shaped.success) return fail(shapeFaults(shaped.error.issues, []).map(faulty));
  const digest = createHash('sha256').update(text, 'utf8').digest('hex');
  const plan = planPopulation(shaped.data, digest, content);
  return plan.ok ? plan : fail(plan.error.map(faulty));
}
