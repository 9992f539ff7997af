import { foldForSearch } from '../../base/vietnamese.ts';
import type { Person } from '../../domain/person.ts';
import { signerOf } from '../../domain/records/decide-minutes.ts';
import { type FormatProfile, officialsWith } from '../../domain/records/minutes.ts';
import type { Paper, SignatureBlock } from './paper.ts';
import type { PaperScope } from './paper-scope.ts';
import { isSaidIn, upper } from './people-words.ts';
import { DOTS, signingWords, minutesWords as words } from './words.ts';

/** The recorder signs left, the chair right; who has signed stays, whoever is named afterwards. */
export function minutesSignatures({ state, profile }: PaperScope): Paper['signatures'] {
  const { minutes } = state.records;
  const recorder = minutes.signed?.recorder ?? officialsWith(minutes, 'recorder')[0]?.person ?? null;
  const signer = minutes.signed?.signer ?? signerOf(state);
  const isParty = profile === 'party';
  return {
    left: signature(isParty ? words.recorderSigns : words.stateRecorderSigns, recorder),
    right: signature(isParty ? words.chairSigns : words.stateChairSigns, signer),
  };
}

const signature = (office: string, person: Person | null): SignatureBlock => ({
  authority: null,
  office,
  name: person?.fullName ?? null,
});

/** Whoever concluded signs the notice, in the office by which the issuer speaks through that person. */
export function noticeSignature({ state, profile, head }: PaperScope): Paper['signatures'] {
  const signer = signerOf(state);
  if (signer === null) return { left: null, right: { authority: null, office: DOTS, name: null } };
  return { left: null, right: { ...officeOf(signer.positions, head.issuer, profile), name: signer.fullName } };
}

type SigningOffice = Pick<SignatureBlock, 'authority' | 'office'>;

/**
 * A committee is collective: its secretary and his deputies sign on its behalf. The head of any other body signs in
 * the own name, a deputy for the head. A post that tells neither stands as it is.
 */
function officeOf(positions: readonly string[], issuer: string, profile: FormatProfile): SigningOffice {
  const { onBehalf, forHead } = signingWords[profile];
  const post = positions.find((position) => isSaidIn(issuer, [position])) ?? positions.at(-1) ?? DOTS;
  const { head, deputy } = SHORT_OFFICE.exec(post)?.groups ?? {};
  if (head === undefined) return { authority: null, office: upper(post) };
  const office = upper(`${deputy ?? ''}${head}`);
  if (foldForSearch(head) === 'bi thu') return { authority: upper(`${onBehalf} ${issuer}`), office };
  return { authority: deputy === undefined ? null : upper(`${forHead} ${head}`), office };
}

const SHORT_OFFICE =
  /^(?<deputy>Phó )?(?<head>Trưởng ban|Bí thư|Giám đốc|Chủ tịch|Chủ nhiệm|Cục trưởng|Vụ trưởng|Chánh Văn phòng|Viện trưởng)(?!\p{L})/iu;
