import type { Award } from '../../domain/records/award.ts';
import type { FormatProfile } from '../../domain/records/minutes.ts';
import { capital, doing, introduced, titled } from './people-words.ts';
import { counted, awardWords as words } from './words.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** Thay mặt Đảng, Nhà nước, đồng chí …, trao Huân chương … cho đồng chí … */
export function awardText(award: Award, profile: FormatProfile, known: ReadonlySet<string> = NOBODY): string {
  const { name, presenter, onBehalfOf } = award;
  const deed = `${words.presents} ${name} ${words.to} ${recipientsText(award, profile)}`;
  const whole = presenter === null ? `${words.conference} ${deed}` : doing(introduced(presenter, known), deed, profile);
  return `${capital(onBehalfOf === null ? whole : `${behalf(onBehalfOf)}, ${whole}`)}.`;
}

/** People write it with the words before it, and without. */
const behalf = (whose: string): string =>
  whose.toLocaleLowerCase('vi').startsWith(words.onBehalf) ? whose : `${words.onBehalf} ${whose}`;

function recipientsText({ recipients }: Award, profile: FormatProfile): string {
  if (recipients.kind === 'person') return titled(recipients.person, profile);
  const { count, names } = recipients;
  const amount = words.collectives(counted(count));
  return names.length === 0 ? amount : `${amount}: ${names.join('; ')}`;
}
