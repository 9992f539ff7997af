import { foldForSearch } from '../base/vietnamese.ts';
import type { AgendaItemKind } from '../domain/agenda/agenda.ts';

/** The words by which a title, or the name of a kind, tells what kind of item it is; the first that fits. */
const KINDS: readonly (readonly [AgendaItemKind, RegExp])[] = [
  ['report', /^(?:trinh bay )?bao cao|^report/u],
  ['recess', /giai lao|\bnghi (?:trua|giua gio|toi)|\ban (?:trua|toi)\b|recess|\bbreak\b|lunch/u],
  ['flagSalute', /chao co|salute to the flag/u],
  ['introduction', /tuyen bo ly do|gioi thieu (?:dai bieu|thanh phan)|delegates introduced/u],
  ['settling', /on dinh to chuc|don (?:tiep|dai bieu)|settling/u],
  ['opening', /khai mac|^opening/u],
  ['closing', /be mac|^closing/u],
  ['awards', /trao (?:thuong|giai|tang|bang)|khen thuong|vinh danh|^awards/u],
  ['video', /trinh chieu|phong su|\bphim\b|\bvideo\b|\bclip\b|screening/u],
  ['newDocuments', /quan triet|new documents/u],
  ['papers', /tham luan|^papers/u],
  ['discussion', /thao luan|trao doi|\by kien\b|discussion/u],
  ['answers', /giai dap|hoi dap|giai trinh|^answers/u],
  ['directiveSpeech', /chi dao|directive/u],
  ['acknowledgement', /tiep thu|acknowledg/u],
  ['conclusion', /ket luan|conclusion/u],
];

/** null: nothing in the words tells it. */
export function kindTold(words: string): AgendaItemKind | null {
  const folded = foldForSearch(words);
  return KINDS.find(([, told]) => told.test(folded))?.[0] ?? null;
}

/** What an item is by its title; most of what nobody can tell is somebody reporting. */
export const kindOf = (title: string): AgendaItemKind => kindTold(title) ?? 'report';
