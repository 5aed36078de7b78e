import { singleQuoted } from '../../dialect/quoting.ts';
import { enterpriseId, paymentColumns } from '../columns.ts';
import type { PopulationPlan } from '../profile/population-plan.ts';
import { byNumber, double } from './latents-sql.ts';
import { howMany } from './items-sql.ts';
import { keyWithin, normal, rowKey, secondUniform, uniform } from './random-sql.ts';

/** Whether all payments received are known. */
export function completeSql({ profile }: PopulationPlan): string {
  return `(${uniform('payments complete')} < ${double(profile.付款.齐全)})`;
}

/** The payments of those whose payments are all known. */
export function paymentsSql(plan: PopulationPlan, latents: string): string {
  const { topics, profile } = plan;
  const { 付款 } = profile;
  const count = howMany(double(付款.平均), 付款.最多, 'payments');
  const rows = `SELECT ${rowKey}, ${enterpriseId}, unnest(range(payment_count)) AS payment_number
FROM (SELECT *, ${count} AS payment_count FROM ${latents} WHERE ${completeSql(plan)}) WHERE payment_count > 0`;
  const keyed = `SELECT * REPLACE (${keyWithin(rowKey, 'payment', 'payment_number')} AS ${rowKey}) FROM (${rows})`;
  const topic = `SELECT *, floor(${topics.length} * ${uniform('topic')})::INTEGER AS topic FROM (${keyed})`;
  const measures = topics.map(({ measure }) => singleQuoted(measure));
  const matters = topics.map(({ matter }) => singleQuoted(matter));
  const [from, to] = 付款.距今;
  const sum = `${double(付款.金额)} * exp(${double(付款.离散)} * ${normal('sum')})`;
  const step = double(付款.步长);
  const { entity, item, about, matter, paidOn, fen } = paymentColumns;
  return `SELECT ${enterpriseId}, NULL::VARCHAR AS ${entity}, NULL::BIGINT AS ${item},
  CASE WHEN ${secondUniform('topic')} < ${double(付款.按事项)} THEN ${byNumber('topic', matters)} ELSE ${byNumber('topic', measures)} END AS ${about},
  ${byNumber('topic', matters)} AS ${matter},
  DATE '${profile.基准日}' - (${from} + floor(${to - from + 1} * ${uniform('paid on')}))::INTEGER AS ${paidOn},
  (greatest(1, round(${sum} / ${step})) * ${step})::BIGINT AS ${fen}
FROM (${topic})`;
}
