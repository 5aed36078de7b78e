import { createHmac } from 'node:crypto';
import type { OutgoingNotice } from './deliver-notices.ts';

/** Where notices are sent, so that a city's own system passes them on. */
export interface WebhookSettings {
  readonly address: URL;
  /** Known to both sides: shows that a notice comes from here. */
  readonly secret: string;
}

/** How long the other side may take, in milliseconds. */
const patience = 10_000;

/**
 * Sends a notice as JSON, with `x-luodi-signature: sha256=…` (HMAC over the body) and its id in `idempotency-key`. Answers
 * whether it was taken: anything but a 2xx, or none in ten seconds, is no.
 */
export async function sendToWebhook(
  { address, secret }: WebhookSettings,
  { id, ...notice }: OutgoingNotice,
): Promise<boolean> {
  const body = JSON.stringify({ id: id.toString(), ...notice });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `notice-${id}`,
        'x-luodi-signature': `sha256=${signature}`,
      },
      body,
      // Somewhere else than where it was sent it has no business.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    await answer.body?.cancel();
    if (!answer.ok) console.error(`webhook: ${answer.status}`);
    return answer.ok;
  } catch (error) {
    console.error('webhook:', error instanceof Error ? error.message : error);
    return false;
  }
}
