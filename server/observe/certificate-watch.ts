import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';

/** What a browser would say of the certificate; `none`: this server speaks plain HTTP, to its own machine or a proxy. */
export type CertificateState = 'none' | 'ok' | 'ends-soon' | 'expired' | 'not-yet' | 'other-name';

export interface ServedCertificate {
  /** PEM, the server's own first. */
  readonly cert: string;
  /** The name or address that browsers open the server by. */
  readonly host: string;
}

export interface CertificateFinding {
  readonly state: CertificateState;
  /** Whole days until its end, below zero after it; null: there is none. */
  readonly daysLeft: number | null;
}

export interface CertificateWatchOptions {
  readonly served: ServedCertificate | null;
  readonly onTrouble: (finding: CertificateFinding) => void;
  /** The clock of the machine: browsers know no other. */
  readonly now?: () => number;
  readonly everyMs?: number;
}

const DAY_MS = 86_400_000;
/** As long as an office needs to ask for a new one, and as the server's own are renewed. */
const SOON_MS = 30 * DAY_MS;
const HOUR_MS = 3_600_000;

/** Looks every hour, and tells once a day, or at once when it is another trouble than before. */
export class CertificateWatch {
  readonly #options: CertificateWatchOptions;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | null = null;
  #told: { readonly state: CertificateState; readonly at: number } = { state: 'ok', at: 0 };

  constructor(options: CertificateWatchOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  start(): void {
    this.#look();
    this.#timer = setInterval(() => this.#look(), this.#options.everyMs ?? HOUR_MS);
    this.#timer.unref();
  }

  read(): CertificateFinding {
    const { served } = this.#options;
    return served === null ? { state: 'none', daysLeft: null } : certificateFinding(served, this.#now());
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  #look(): void {
    const found = this.read();
    const at = this.#now();
    const isNew = found.state !== this.#told.state || at - this.#told.at >= DAY_MS;
    if (!isNew) return;
    this.#told = { state: found.state, at };
    if (found.state !== 'none' && found.state !== 'ok') this.#options.onTrouble(found);
  }
}

export function certificateFinding({ cert, host }: ServedCertificate, now: number): CertificateFinding {
  const certificate = new X509Certificate(cert);
  const leftMs = Date.parse(certificate.validTo) - now;
  return { state: stateOf(certificate, { host, now, leftMs }), daysLeft: Math.floor(leftMs / DAY_MS) };
}

function stateOf(
  certificate: X509Certificate,
  { host, now, leftMs }: { readonly host: string; readonly now: number; readonly leftMs: number },
): CertificateState {
  if (leftMs <= 0) return 'expired';
  if (Date.parse(certificate.validFrom) > now) return 'not-yet';
  if ((isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) === undefined) return 'other-name';
  return leftMs <= SOON_MS ? 'ends-soon' : 'ok';
}

/**
 * Whoever signed the last certificate of the file, where that is neither in the file nor known to everybody; null
 * otherwise. An office's own authority looks just like one whose certificate was left out, so this is no more than a
 * hint.
 */
export function missingIssuer(pem: string): string | null {
  const chain = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const last = new X509Certificate(chain.at(-1) ?? pem);
  if (last.checkIssued(last)) return null;
  const isKnown = rootCertificates.some((root) => last.checkIssued(new X509Certificate(root)));
  return isKnown ? null : last.issuer.replaceAll('\n', ', ');
}
