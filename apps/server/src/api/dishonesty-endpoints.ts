import { dayOf } from '@luodi/kernel';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { liftDishonesty, listDishonest, listDishonesty, publicDishonesty } from '@luodi/delivery';
import type { Listing } from '@luodi/delivery';
import { readAs } from '@luodi/platform';
import type { Actor, Database } from '@luodi/platform';
import { z } from 'zod';
import {
  dishonestyResponse,
  liftRequest,
  listingOutcome,
  listingRequest,
  publicDishonestyResponse,
} from '../contract/index.ts';
import type { DishonestyResponse } from '../contract/index.ts';
import { handles } from '../delivery/handles.ts';
import { numberOfKey } from '../delivery/number-of-key.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { addEndpoint } from './endpoint.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import { readBody } from './request-body.ts';

const tag = 'Dishonesty list';
const path = '/api/dishonesty';
const keepers = ['officer', 'finance'] as const;
const bodyRefusals = ['bad_json', 'invalid_request', 'not_your_money'] as const;

type ListingJson = DishonestyResponse['listings'][number];

function stateOf({ since, until, liftedAt }: Listing, today: string): ListingJson['state'] {
  if (liftedAt !== null) return 'lifted';
  if (since > today) return 'future';
  return until !== null && until < today ? 'ended' : 'listed';
}

function listingJson(listing: Listing, actor: Actor, today: string): ListingJson {
  const { at, liftedAt, district } = listing;
  return {
    ...listing,
    at: at.toISOString(),
    liftedAt: liftedAt?.toISOString() ?? null,
    state: stateOf(listing, today),
    mine: liftedAt === null && handles(actor, district, keepers),
  };
}

function addReading(app: OpenAPIHono, { queries }: Database): void {
  addEndpoint(
    app,
    {
      method: 'get',
      path,
      tag,
      summary: '失信名录 · Who is on the list today',
      description: 'The enterprise by its name, why, by which clause, for how long; no person.',
      answer: { kind: 'json', description: 'The latest first', schema: publicDishonestyResponse },
      refusals: [],
    },
    async (c) => {
      const listings = await publicDishonesty(queries, dayOf(c.get('at')));
      return sendJson(c, { listings: listings.map((each) => ({ ...each })) });
    },
  );
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: `${path}/listings`,
      tag,
      summary: '失信名录的全部记录 · All entries that one may see',
      roles: ['enterprise', 'officer', 'finance', 'auditor'],
      answer: { kind: 'json', description: 'Lifted ones last', schema: dishonestyResponse },
      refusals: [],
    },
    async (c, actor) => {
      const listings = await readAs(queries, actor, (ledger) => listDishonesty(ledger));
      const today = dayOf(c.get('at')).toString();
      return sendJson(c, { listings: listings.map((each) => listingJson(each, actor, today)) });
    },
  );
}

function addKeeping(app: OpenAPIHono, { queries }: Database): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path,
      tag,
      summary: '列入失信名录 · Put an enterprise on the list',
      roles: keepers,
      body: listingRequest,
      answer: { kind: 'json', description: 'The entry', schema: listingOutcome },
      refusals: [
        ...bodyRefusals,
        'listing_exists',
        'case_unknown',
        'term_reversed',
        'reason_names_person',
      ],
    },
    async (c, occasion) => {
      const body = await readBody(c, listingRequest);
      if (!body.ok) return refuse(c, body.error);
      const { until, case: subject, ...rest } = body.value;
      const listing = numberOfKey('listing', occasion);
      const input = { ...rest, listing, until, case: subject };
      const done = await listDishonest(queries, { ...occasion, input });
      return done.ok ? sendJson(c, done.value) : refuse(c, refusal(done.error.code));
    },
  );
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${path}/{id}/lift`,
      tag,
      summary: '移出失信名录 · Take an enterprise off the list',
      roles: keepers,
      params: z.object({ id: z.string() }),
      body: liftRequest,
      answer: { kind: 'json', description: 'The entry', schema: listingOutcome },
      refusals: [...bodyRefusals, 'listing_unknown'],
    },
    async (c, occasion) => {
      const body = await readBody(c, liftRequest);
      if (!body.ok) return refuse(c, body.error);
      const listing = c.req.param('id') ?? '';
      const [found] = await readAs(queries, occasion.actor, (ledger) =>
        listDishonesty(ledger, listing),
      );
      if (found === undefined) return refuse(c, refusal('listing_unknown'));
      const input = { listing, enterprise: found.enterprise, words: body.value.words };
      const done = await liftDishonesty(queries, { ...occasion, input });
      return done.ok ? sendJson(c, done.value) : refuse(c, refusal(done.error.code));
    },
  );
}

/** The list of the dishonest, for everybody and for those who keep it. */
export function addDishonestyEndpoints(app: OpenAPIHono, database: Database): void {
  addReading(app, database);
  addKeeping(app, database);
}
