import type { OpenAPIHono } from '@hono/zod-openapi';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Actor } from '@luodi/platform';
import type { Context } from 'hono';
import type { ErrorCode, Role } from '../contract/index.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { addEndpoint } from './endpoint.ts';
import type { EndpointDescription } from './endpoint.ts';
import { actorOf, doubtOf } from './session.ts';

/** An endpoint for people who are signed in, in one of these roles. */
export interface OfficeEndpoint extends EndpointDescription {
  readonly roles: readonly Role[];
}

/** A change that somebody asks for. */
export interface CommandOccasion {
  readonly actor: Actor;
  /** Chosen by who asks: the same again is the same change again. */
  readonly key: string;
  readonly at: Date;
}

const usualRefusals: readonly ErrorCode[] = [
  'not_signed_in',
  'not_allowed',
  'password_change_needed',
  'database_unavailable',
];
const changeRefusals: readonly ErrorCode[] = ['cross_site_refused'];
const commandRefusals: readonly ErrorCode[] = [
  'no_idempotency_key',
  'key_reused',
  'busy',
  'storage_full',
];

const keyHeader = 'Idempotency-Key';
/** Printable ASCII, which is what a header can hold. */
const keyShape = /^[\x21-\x7e]{8,200}$/u;

/** Whether a role is among those that may; who is not signed in, or in another role, is refused with the reason. */
function requireRole(c: Context, roles: readonly Role[]): Result<Actor, ErrorCode> {
  const doubt = doubtOf(c);
  if (doubt !== undefined) return fail(doubt);
  const signedIn = c.get('signedIn');
  if (signedIn === undefined) return fail('not_signed_in');
  const actor = actorOf(c);
  if (actor === undefined) return fail('password_change_needed');
  return roles.some((role) => role === actor.role) ? ok(actor) : fail('not_allowed');
}

/** Adds an endpoint that only people in one of its roles reach. */
export function addOfficeEndpoint(
  app: OpenAPIHono,
  endpoint: OfficeEndpoint,
  handle: (c: Context, actor: Actor) => Response | Promise<Response>,
): void {
  const changes = endpoint.method === 'get' ? [] : changeRefusals;
  const refusals = [...new Set([...usualRefusals, ...changes, ...endpoint.refusals])];
  addEndpoint(app, { ...endpoint, refusals }, (c) => {
    const allowed = requireRole(c, endpoint.roles);
    return allowed.ok ? handle(c, allowed.value) : refuse(c, refusal(allowed.error));
  });
}

/** Adds an endpoint for a change: it carries a key, so that asking again does nothing twice. */
export function addCommandEndpoint(
  app: OpenAPIHono,
  endpoint: OfficeEndpoint,
  handle: (c: Context, occasion: CommandOccasion) => Response | Promise<Response>,
): void {
  const refusals = [...commandRefusals, ...endpoint.refusals];
  addOfficeEndpoint(app, { ...endpoint, refusals, keyHeader }, (c, actor) => {
    const key = c.req.header(keyHeader) ?? '';
    return keyShape.test(key)
      ? handle(c, { actor, key, at: c.get('at') })
      : refuse(c, refusal('no_idempotency_key'));
  });
}
