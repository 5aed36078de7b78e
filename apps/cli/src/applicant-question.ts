import { createEvaluator, readFacts } from '@luodi/evaluation';
import type { Bilingual, Evaluator, FactFault, FactSet, Language } from '@luodi/evaluation';
import { fail, ok } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import { answerDate } from './answer-date.ts';
import { usableContent } from './content.ts';
import { readFactsFile } from './facts-file.ts';
import type { Terminal } from './terminal.ts';

/** Options of every command that asks on behalf of an applicant. */
export interface ApplicantOptions {
  readonly facts: string;
  readonly date?: string;
  readonly content?: string;
  readonly json?: boolean;
}

/** Everything that an answer needs. */
export interface ApplicantQuestion {
  readonly evaluator: Evaluator;
  readonly facts: FactSet;
  readonly date: PlainDate;
}

/** Faults beyond this many are only counted: the message stays one line that can be read. */
const mostFaultsShown = 3;

function faultWords({ key, message, hint }: FactFault, language: Language): string {
  const [colon, comma] = language === 'zh' ? ['：', '，'] : [': ', ', '];
  const place = key === '' ? '' : key + colon;
  return place + [message[language], hint[language]].filter((part) => part !== '').join(comma);
}

function factsFault(file: string, faults: readonly FactFault[]): Bilingual {
  const place = file === '-' ? '<stdin>' : file;
  const more = faults.length - mostFaultsShown;
  const words = (language: Language, separator: string) =>
    faults
      .slice(0, mostFaultsShown)
      .map((fault) => faultWords(fault, language))
      .join(separator);
  return {
    zh: `${place}：${words('zh', '；')}${more > 0 ? `；另有 ${more} 处` : ''}`,
    en: `${place}: ${words('en', '; ')}${more > 0 ? `; and ${more} more` : ''}`,
  };
}

/** Reads a facts file (`-` for standard input) against the vocabulary; all that is wrong with it in one line. */
export async function readStatedFacts(
  file: string,
  content: Content,
  terminal: Terminal,
): Promise<Result<FactSet, Bilingual>> {
  const raw = await readFactsFile(file, terminal);
  if (!raw.ok) return raw;
  const facts = readFacts(raw.value, content);
  return facts.ok ? facts : fail(factsFault(file, facts.error));
}

/** Reads facts, date and rules; the first that cannot be used is the fault. */
export async function readQuestion(
  options: ApplicantOptions,
  terminal: Terminal,
): Promise<Result<ApplicantQuestion, Bilingual>> {
  const date = answerDate(options.date);
  if (!date.ok) return date;
  const content = await usableContent(options.content);
  if (!content.ok) return content;
  const facts = await readStatedFacts(options.facts, content.value, terminal);
  if (!facts.ok) return facts;
  return ok({ evaluator: createEvaluator(content.value), facts: facts.value, date: date.value });
}
