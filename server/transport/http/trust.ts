import { Router } from 'express';
import { HttpFault } from './answer.ts';

export interface TrustAnchor {
  /** PEM; null when the certificate is the operator's own, or there is no TLS. */
  readonly caCert: string | null;
  readonly fingerprint: string | null;
}

/** What a hall's PC installs once, and the fingerprint to compare before it does. */
export function trustRoutes({ caCert, fingerprint }: TrustAnchor): Router {
  const router = Router();
  router.get('/ca.crt', (_request, response) => {
    if (caCert === null) throw new HttpFault(404, 'unknown-address');
    response.setHeader('Content-Type', 'application/x-x509-ca-cert');
    response.setHeader('Content-Disposition', 'attachment; filename="diem-cau-ca.crt"');
    response.send(caCert);
  });
  router.get('/fingerprint', (_request, response) => {
    if (fingerprint === null) throw new HttpFault(404, 'unknown-address');
    response.type('text/plain').send(fingerprint);
  });
  return router;
}
