import type { Language } from '@luodi/evaluation';

/** A moment as people say it: date and time of day in the reader's zone. */
export function savedTime(iso: string, language: Language): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return '';
  return moment.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}
