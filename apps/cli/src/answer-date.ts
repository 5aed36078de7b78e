import { Temporal, fail, ok, parseDate } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import type { Bilingual } from '@luodi/evaluation';

/** The documents speak of days in China, wherever the machine stands. */
const zone = 'Asia/Shanghai';

/** The date that the answer is for: as given (`YYYY-MM-DD`), else today. */
export function answerDate(given: string | undefined): Result<PlainDate, Bilingual> {
  if (given === undefined) return ok(Temporal.Now.plainDateISO(zone));
  const date = parseDate(given);
  if (date !== undefined) return ok(date);
  const written = /^\d{4}-\d{2}-\d{2}$/.test(given);
  return fail(
    written
      ? {
          zh: `--date ${given}：没有这一天；请写存在的日期，如 2026-01-31`,
          en: `--date ${given}: there is no such day; give a date that exists, e.g. 2026-01-31`,
        }
      : {
          zh: `--date ${given}：不是日期；请写成 YYYY-MM-DD，如 2026-01-31`,
          en: `--date ${given}: not a date; write it as YYYY-MM-DD, e.g. 2026-01-31`,
        },
  );
}
