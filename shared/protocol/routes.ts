import type { Capability } from '../domain/capabilities.ts';

/** Secrets that are compared over HTTP. Each has its limit of tries, and there is one place where tries are spent. */
export type SecretKind = 'link' | 'deputyCode' | 'pairingCode' | 'pairingSecret' | 'badge' | 'doorBadge';

/** Who gets past the door of a route. */
export type Access =
  /** Whoever asks: nothing of a conference is told there. */
  | { readonly kind: 'open' }
  /** Whoever brings the secret; nobody is signed in. */
  | { readonly kind: 'secret'; readonly of: SecretKind }
  /** A seat that may; one of another conference finds nothing there. */
  | { readonly kind: 'seat'; readonly may: Capability; readonly of?: SecretKind }
  /** A delegate's phone, by the badge in its header; a seat only as far as it may by itself. */
  | { readonly kind: 'badge'; readonly may: Capability; readonly of: 'badge' };

const open = { kind: 'open' } as const;
const by = (of: SecretKind) => ({ kind: 'secret', of }) as const;
const seat = (may: Capability) => ({ kind: 'seat', may }) as const;
const badge = (may: Capability) => ({ kind: 'badge', may, of: 'badge' }) as const;
const C = '/api/conferences/:conference';

/**
 * Every address of the API, and who may. An address that has no line here is answered as one that does not exist,
 * whatever is mounted there.
 */
export const ROUTES = {
  'POST /api/session': by('link'),
  'GET /api/session': seat('sitDown'),
  'DELETE /api/session': seat('sitDown'),
  'POST /api/deputy': by('deputyCode'),
  'POST /api/pairings': open,
  'POST /api/pairings/claim': by('pairingSecret'),
  'POST /api/badge': by('badge'),
  'GET /api/agenda-templates': seat('readTemplates'),
  'GET /api/agenda-templates/:template': seat('readTemplates'),
  'POST /api/agenda-templates': seat('writeTemplates'),
  'DELETE /api/agenda-templates/:template': seat('writeTemplates'),
  'GET /api/conferences': seat('sitDown'),
  [`GET ${C}`]: seat('sitDown'),
  [`GET ${C}/snapshot`]: seat('sitDown'),
  [`POST ${C}/commands`]: seat('sitDown'),
  [`POST ${C}/media-token`]: seat('enterStage'),
  [`GET ${C}/invitations`]: seat('makeLinks'),
  [`POST ${C}/invitations`]: seat('makeLinks'),
  [`POST ${C}/invitations/:invitation/revoke`]: seat('makeLinks'),
  [`POST ${C}/pairings`]: { ...seat('makeLinks'), of: 'pairingCode' },
  [`POST ${C}/deputies`]: seat('makeLinks'),
  [`POST ${C}/rehearsals`]: seat('rehearse'),
  [`GET ${C}/readiness`]: seat('foreseeReadiness'),
  [`GET ${C}/line-history`]: seat('readTechnical'),
  [`GET ${C}/technical-log`]: seat('readTechnical'),
  'GET /api/handbook/:conference': badge('readHandbook'),
  'GET /api/handbook/:conference/own': badge('holdBadge'),
  'POST /api/handbook/:conference/vote': badge('holdBadge'),
  'POST /api/handbook/:conference/feedback': badge('holdBadge'),
  'GET /api/handbook/:conference/documents/:document/pages/:page': badge('readHandbook'),
  'GET /api/handbook/:conference/documents/:document/clip': badge('readHandbook'),
  'GET /api/handbook/:conference/documents/:document/file': badge('readHandbook'),
  [`GET ${C}/handbook-export`]: seat('exportHandbook'),
  [`POST ${C}/badges/read`]: { ...seat('readBadges'), of: 'doorBadge' },
  [`POST ${C}/imports`]: seat('bringLists'),
  [`GET ${C}/imports`]: seat('bringLists'),
  [`GET ${C}/imports/:importId`]: seat('bringLists'),
  [`GET ${C}/imports/:importId/refused.csv`]: seat('bringLists'),
  [`PUT ${C}/imports/:importId/mapping`]: seat('bringLists'),
  [`POST ${C}/imports/:importId/apply`]: seat('bringLists'),
  [`DELETE ${C}/imports/:importId`]: seat('bringLists'),
  [`GET ${C}/papers/speech-register.xlsx`]: seat('takePapers'),
  /** Papers and lists stand at one address: which of them, the handlers ask the table once more. */
  [`GET ${C}/papers/:file`]: seat('takeLists'),
  [`POST ${C}/documents`]: seat('tendDocuments'),
  [`POST ${C}/documents/snapshots`]: seat('takeSnapshots'),
  [`GET ${C}/documents/uploads`]: seat('tendDocuments'),
  [`GET ${C}/documents/uploads/:upload`]: seat('tendDocuments'),
  [`DELETE ${C}/documents/uploads/:upload`]: seat('tendDocuments'),
  [`GET ${C}/documents/readers`]: seat('readReaders'),
  [`GET ${C}/documents/:document/file`]: seat('readDocuments'),
  [`GET ${C}/documents/:document/clip`]: seat('readDocuments'),
  [`GET ${C}/documents/:document/pages/:page`]: seat('readDocuments'),
  [`GET ${C}/recordings`]: seat('watchRecordings'),
  [`GET ${C}/recordings/recorder`]: seat('seeRecorder'),
  [`GET ${C}/recordings/:recording/parts/:part/recording.webm`]: seat('watchRecordings'),
  [`POST ${C}/recordings/:recording/parts`]: seat('record'),
  [`PUT ${C}/recordings/:recording/parts/:part/pieces/:piece`]: seat('record'),
  [`GET ${C}/archive`]: seat('keepArchive'),
  [`GET ${C}/archive/outline`]: seat('keepArchive'),
  [`GET ${C}/people/:delegate`]: seat('keepPeople'),
  [`DELETE ${C}/people/:delegate`]: seat('keepPeople'),
  [`POST ${C}/successors`]: seat('beginSuccessor'),
  [`GET ${C}/branches`]: seat('lookIntoBranches'),
  [`GET ${C}/delegations`]: seat('readDelegations'),
  [`GET ${C}/delegates`]: seat('readDelegates'),
} as const satisfies Readonly<Record<`${string} /api/${string}`, Access>>;

interface Line {
  readonly method: string;
  readonly steps: readonly string[];
  readonly access: Access;
}

const stepsOf = (path: string): readonly string[] => path.split('/').slice(1);
const isNamed = (step: string): boolean => step.startsWith(':');

/** An address that is written out goes before one with a name in its place. */
const LINES: readonly Line[] = Object.entries<Access>(ROUTES)
  .map(([route, access]): Line => {
    const [method = '', path = ''] = route.split(' ');
    return { method, steps: stepsOf(path), access };
  })
  .toSorted((a, b) => a.steps.filter(isNamed).length - b.steps.filter(isNamed).length);

/** Who may ask this; null: it is no address of the API. Browsers ask for heads as they ask for the whole. */
export function accessOf(method: string, path: string): Access | null {
  const asked = stepsOf(path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path);
  const verb = method === 'HEAD' ? 'GET' : method;
  const isIt = ({ method: own, steps }: Line): boolean =>
    own === verb &&
    steps.length === asked.length &&
    steps.every((step, i) => (isNamed(step) ? asked[i] !== '' : step === asked[i]));
  return LINES.find(isIt)?.access ?? null;
}
