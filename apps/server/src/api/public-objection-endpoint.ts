import type { OpenAPIHono } from '@hono/zod-openapi';
import { raiseObjection } from '@luodi/delivery';
import { AttemptLimit, systemActor } from '@luodi/platform';
import { z } from 'zod';
import { publicObjectionOutcome, publicObjectionRequest } from '../contract/index.ts';
import { deliveryRefusal } from '../delivery/case-refusal.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import type { IdentitySettings } from '../identity/identity-settings.ts';
import type { DeliveryDependencies } from './programme-endpoints.ts';
import { addEndpoint } from './endpoint.ts';
import { sendJson } from './json-answer.ts';
import { readBody } from './request-body.ts';
import { addressOf } from './session.ts';

const hour = 60 * 60_000;
/** A household or an office shares an address; who floods a list with objections is stopped. */
const mostOfAddress = 5;
/** However many addresses somebody has. */
const mostOfAll = 200;
const keyShape = /^[\x21-\x7e]{8,200}$/u;

/** 公示异议: anybody objects to what is public, with a name and a way to be reached, without signing in. */
export function addPublicObjectionEndpoint(
  app: OpenAPIHono,
  { delivery }: Pick<DeliveryDependencies, 'delivery'>,
  identity: IdentitySettings,
): void {
  const byAddress = new AttemptLimit(mostOfAddress, hour);
  const together = new AttemptLimit(mostOfAll, hour);
  addEndpoint(
    app,
    {
      method: 'post',
      path: '/api/publicity/{id}/objections',
      tag: 'Cases',
      summary: '公示异议 · Object to what is public, without signing in',
      description:
        'Name and contact are seen by the body that answers alone. At most five an hour from one address.',
      params: z.object({ id: z.string() }),
      body: publicObjectionRequest,
      answer: { kind: 'json', description: 'It was received', schema: publicObjectionOutcome },
      refusals: [
        'bad_json',
        'invalid_request',
        'no_idempotency_key',
        'key_reused',
        'busy',
        'storage_full',
        'cross_site_refused',
        'too_many_objections',
        'case_unknown',
        'case_state',
      ],
      keyHeader: 'Idempotency-Key',
    },
    async (c) => {
      const [at, address] = [c.get('at'), addressOf(c, identity)];
      // A page elsewhere could object in the name of its visitors.
      if (c.get('doubt') === 'other_site') return refuse(c, refusal('cross_site_refused'));
      const body = await readBody(c, publicObjectionRequest);
      if (!body.ok) return refuse(c, body.error);
      const key = c.req.header('Idempotency-Key') ?? '';
      if (!keyShape.test(key)) return refuse(c, refusal('no_idempotency_key'));
      const asked = { key: `public ${key}`, actor: systemActor('publicity'), at };
      const raise = () => raiseObjection(delivery, asked, c.req.param('id') ?? '', body.value);
      // Whatever became of it, it was one of those that are taken in an hour.
      const ofAll = () => together.attempt('', at, raise, () => true);
      const tried = await byAddress.attempt(address, at, ofAll, ({ ok }) => ok);
      const taken = tried.ok ? tried.value : tried;
      if (!taken.ok) return refuse(c, refusal('too_many_objections'));
      const done = taken.value;
      return done.ok ? sendJson(c, { received: true }) : refuse(c, deliveryRefusal(done.error));
    },
  );
}
