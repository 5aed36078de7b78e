import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const own = "'self'";

/** Nothing is loaded from elsewhere and no text is run as code; styles are set by the interface library as it draws. */
export const safetyHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: [own],
    scriptSrc: [own],
    styleSrc: [own, "'unsafe-inline'"],
    imgSrc: [own, 'data:'],
    fontSrc: [own, 'data:'],
    connectSrc: [own],
    workerSrc: [own],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: [own],
    frameAncestors: ["'none'"],
  },
  // Whoever puts TLS in front of this server says so there.
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  crossOriginEmbedderPolicy: false,
});
