import { fail } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Bilingual } from '@luodi/evaluation';
import { measureNamed } from '@luodi/language';
import type { Content, Measure } from '@luodi/language';

/** The measure that `--measure` means, or what to write instead. */
export function chosenMeasure(given: string, content: Content): Result<Measure, Bilingual> {
  const found = measureNamed(given, content);
  if (found.ok) return found;
  if (found.error.kind === 'ambiguous') {
    const ids = found.error.candidates.map(({ id }) => id);
    return fail({
      zh: `--measure ${given}：有 ${ids.length} 项措施叫这个名字；请写全：${ids.join('、')}`,
      en: `--measure ${given}: ${ids.length} measures have this name; give the id: ${ids.join(', ')}`,
    });
  }
  const { near } = found.error;
  return fail({
    zh: `--measure ${given}：没有这项措施；${near === undefined ? '名称见 luodi match' : `是不是 ${near}？`}`,
    en: `--measure ${given}: no such measure; ${near === undefined ? 'luodi match lists them' : `did you mean ${near}?`}`,
  });
}
