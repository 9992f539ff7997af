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
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });

/** Only a bridge's screen captures, and a kiosk looks for badges; every other page may not even ask. */
export const permissionsPolicy: RequestHandler = (request, response, next) => {
  const screen = /^\/c\/[^/]+\/(bridge|kiosk)(?:\/|$)/.exec(request.path)?.[1];
  const camera = screen === undefined ? '' : 'self';
  const self = screen === 'bridge' ? 'self' : '';
  const sinks = 'autoplay=(self), fullscreen=(self), screen-wake-lock=(self)';
  response.setHeader(
    'Permissions-Policy',
    `camera=(${camera}), microphone=(${self}), speaker-selection=(${self}), display-capture=(), geolocation=(), ${sinks}`,
  );
  next();
};
