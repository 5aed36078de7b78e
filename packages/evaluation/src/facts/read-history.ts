import { fail, nearName, ok, parseDate, parseQuantity, rational } from '@luodi/kernel';
import type { Rational, Result } from '@luodi/kernel';
import { fault, mostFaults } from './fact-fault.ts';
import type { FactFault } from './fact-fault.ts';
import type { Payment } from './fact-set.ts';
import type { HistoryTopics } from './history-topics.ts';

export function unknownTopic(about: string, place: string, topics: HistoryTopics): FactFault {
  const near = nearName(about, topics.names);
  return fault(
    'unknown_fact',
    place,
    { zh: `没有事项或措施“${about}”`, en: `no matter or measure is called “${about}”` },
    near === undefined
      ? { zh: '用 luodi check 查看全部措施', en: 'run luodi check for the list' }
      : { zh: `是不是“${near}”？`, en: `did you mean “${near}”?` },
  );
}

function readSum(raw: unknown, isCount: boolean, place: string): Result<Rational, FactFault> {
  const quantity =
    typeof raw === 'number' && Number.isSafeInteger(raw)
      ? { value: rational(BigInt(raw)), dimension: isCount ? '' : 'money' }
      : parseQuantity(typeof raw === 'string' ? raw : '');
  const fits = typeof quantity !== 'string' && quantity.dimension === (isCount ? '' : 'money');
  if (fits && quantity.value.denominator === 1n && quantity.value.numerator >= 0n)
    return ok(quantity.value);
  const word = isCount ? { zh: '次数', en: 'count' } : { zh: '金额', en: 'sum of money' };
  const sample = isCount ? '2次' : '200万元';
  return fail(
    fault(
      'wrong_type',
      place,
      { zh: `“${String(raw)}” 不是${word.zh}`, en: `“${String(raw)}” is not a ${word.en}` },
      { zh: `请写成 ${sample} 这样`, en: `write it like ${sample}` },
    ),
  );
}

/** Reads `已获(X): 200万元`: the sum (or count), the names under which it counts, and the matter that it belongs to. */
export function readReceived(
  about: string,
  isCount: boolean,
  raw: unknown,
  place: string,
  topics: HistoryTopics,
): Result<
  { readonly names: readonly string[]; readonly matter: string; readonly value: Rational },
  FactFault
> {
  const topic = topics.find(about);
  if (topic === undefined) return fail(unknownTopic(about, place, topics));
  const sum = readSum(raw, isCount, place);
  if (!sum.ok) return sum;
  const { name, matter } = topic;
  return ok({ names: topics.synonyms(name), matter, value: sum.value });
}

function incomplete(place: string): FactFault {
  return fault(
    'bad_history',
    place,
    { zh: '历史记录不完整', en: 'incomplete history entry' },
    {
      zh: '请写成 { 事项: 名称, 日期: 2023-05-01, 金额: 200万元 }',
      en: 'write { matter: name, date: 2023-05-01, amount: 200万元 }',
    },
  );
}

function field(row: unknown, ...names: readonly string[]): unknown {
  if (typeof row !== 'object' || row === null) return undefined;
  return Object.entries(row).find(([name]) => names.includes(name))?.[1];
}

function readPayment(
  row: unknown,
  place: string,
  topics: HistoryTopics,
): Result<Payment, FactFault> {
  const about = field(row, '事项', '措施', 'matter', 'measure');
  const date = field(row, '日期', 'date');
  const day = typeof date === 'string' ? parseDate(date) : undefined;
  if (typeof about !== 'string' || day === undefined) return fail(incomplete(place));
  const topic = topics.find(about);
  if (topic === undefined) return fail(unknownTopic(about, place, topics));
  const amount = field(row, '金额', 'amount', 'fen');
  if (amount === undefined) return fail(incomplete(place));
  const sum = readSum(amount, false, place);
  if (!sum.ok) return sum;
  return ok({ about: topic.name, matter: topic.matter, date: day, fen: sum.value.numerator });
}

/** Reads a complete payment history; every faulty row is named, the first 50 of more. */
export function readHistory(
  raw: unknown,
  place: string,
  topics: HistoryTopics,
): Result<readonly Payment[], readonly FactFault[]> {
  if (!Array.isArray(raw)) return fail([incomplete(place)]);
  const rows: readonly unknown[] = raw;
  const payments: Payment[] = [];
  const faults: FactFault[] = [];
  for (const [index, row] of rows.entries()) {
    if (faults.length >= mostFaults) break;
    const read = readPayment(row, `${place}[${index}]`, topics);
    if (read.ok) payments.push(read.value);
    else faults.push(read.error);
  }
  return faults.length > 0 ? fail(faults) : ok(payments);
}
