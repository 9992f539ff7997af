/** What stands between this server and a LiveKit that somebody else runs, as far as the fault says it. */
export type WhyUnreachable = 'name' | 'closed' | 'silent' | 'certificate' | 'authority' | 'answer' | 'other';

/** By the words of Node's faults: what arrives here is the line of the log. */
const WORDS: readonly (readonly [WhyUnreachable, RegExp])[] = [
  ['name', /ENOTFOUND|EAI_AGAIN|EAI_FAIL/],
  ['closed', /ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EPIPE|UND_ERR_SOCKET/],
  ['silent', /TimeoutError|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT/],
  ['authority', /UNABLE_TO_(?:VERIFY|GET_ISSUER)|SELF_SIGNED_CERT/],
  ['certificate', /CERT_|ERR_TLS_CERT/],
  ['answer', / answers \d+$/],
];

export const whyUnreachable = (detail: string): WhyUnreachable =>
  WORDS.find(([, words]) => words.test(detail))?.[0] ?? 'other';
