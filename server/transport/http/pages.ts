import { join } from 'node:path';
import express, { Router } from 'express';
import { HttpFault } from './answer.ts';
import { packedFiles } from './packed-files.ts';

/** What is read from the built client: it costs little, and nothing is found out by it. */
export const isPage = (path: string): boolean =>
  path === '/' || /^\/(?:assets\/|(?:join|deputy|pair|badge|trust|s|handbook-worker\.js)$|[cs]\/)/.test(path);

/** The built client. Every address of a screen answers the same page; hashed files stay in the browser for good. */
export function pageRoutes(folder: string): Router {
  const router = Router();
  router.use(
    '/assets',
    packedFiles(join(folder, 'assets'), (response) => {
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    }),
  );
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get(
    ['/', '/join', '/deputy', '/pair', '/trust', '/badge', '/c/:conference/:screen', '/c/:conference/:screen/:bridge'],
    (_request, response) => {
      response.setHeader('Cache-Control', 'no-cache');
      response.sendFile('index.html', { root: folder });
    },
  );
  // The delegate's badge stands in the fragment, which no browser sends.
  router.get(['/s', '/s/:conference'], (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile('handbook.html', { root: folder });
  });
  router.use(() => {
    throw new HttpFault(404, 'unknown-address');
  });
  return router;
}
