import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Nothing from outside, nothing inline. `'self'` in connect-src covers our own WebSocket; media goes by WebRTC, which
 * no policy governs. Upgrading requests is left to TLS: on the machine itself the pages are plain HTTP.
 */
export const securityHeaders = (secure: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        // No text becomes a program or a page but through the one policy of client/own-scripts.ts.
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['default'],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });

interface Captures {
  readonly camera?: true;
  readonly microphone?: true;
  readonly display?: true;
}

/** Talks with a bridge in private, with picture in a line check. */
const TALKS: Captures = { camera: true, microphone: true };

/** What a screen may ask its browser for; every page that is not named may not even ask. */
const CAPTURING: ReadonlyMap<string, Captures> = new Map([
  ['bridge', { camera: true, microphone: true }],
  ['phone', { camera: true, microphone: true }],
  ['camera', { camera: true }],
  ['present', { display: true }],
  ['kiosk', { camera: true }],
  ['console', TALKS],
  ['director', TALKS],
  ['lines', TALKS],
]);

export const permissionsPolicy: RequestHandler = (request, response, next) => {
  const screen = /^\/c\/[^/]+\/([a-z-]+)(?:\/|$)/.exec(request.path)?.[1] ?? '';
  const captures = CAPTURING.get(screen);
  const [camera, microphone, display] = [captures?.camera, captures?.microphone, captures?.display].map((may) =>
    may === true ? '(self)' : '()',
  );
  const sinks = 'autoplay=(self), fullscreen=(self), screen-wake-lock=(self)';
  response.setHeader(
    'Permissions-Policy',
    `camera=${camera}, microphone=${microphone}, speaker-selection=${microphone}, display-capture=${display}, geolocation=(), ${sinks}`,
  );
  next();
};
