import { signerOf } from '../../domain/records/decide-minutes.ts';
import { noteOf } from '../../domain/records/minutes.ts';
import { conclusionItems, isConclusionSecret, taskBlocks } from './conclusion-part.ts';
import { attendanceSentence, conferenceNamed, heldSentence, leadingSentences, speechCounts } from './narrative.ts';
import { secretParagraph } from './opening-lines.ts';
import type { Block } from './paper.ts';
import { noticeHead } from './paper-head.ts';
import { paragraph, paragraphs } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import { noticeSignature } from './paper-signatures.ts';
import type { PaperText } from './paper-text.ts';
import { capital, doing, keysOf, type NamedPerson } from './people-words.ts';
import { DOTS } from './words.ts';
import { noticeWords as words } from './words-of-news.ts';

/** What the chair concluded, for those who have to act on it. */
export function conclusionNotice(scope: PaperScope): PaperText {
  const title = conferenceNamed(scope.state.conference.title);
  const concluder = concluderOf(scope);
  return {
    head: noticeHead(scope),
    title: words.title,
    subject:
      concluder === null ? words.subject(title) : words.subjectOf(doing(concluder, words.at(title), scope.profile)),
    blocks: blocksOf(scope, concluder),
    signatures: noticeSignature(scope),
    recipients: scope.head.recipients,
    appendices: [],
  };
}

const concluderOf = (scope: PaperScope): NamedPerson | null =>
  conclusionItems(scope)[0]?.item.presenter ?? signerOf(scope.state);

function blocksOf(scope: PaperScope, concluder: NamedPerson | null): readonly Block[] {
  const attended = attendanceSentence(scope);
  const opening = [heldSentence(scope), ...leadingSentences(scope), ...(attended === null ? [] : [attended])];
  const end = scope.profile === 'party' ? '.' : './.';
  return [
    ...opening.map((line) => paragraph(line)),
    ...(isConclusionSecret(scope) ? [secretParagraph] : toldConclusion(scope, concluder)),
    paragraph(`${words.ends(scope.head.issuer)}${end}`),
  ];
}

function toldConclusion(scope: PaperScope, concluder: NamedPerson | null): readonly Block[] {
  const counts = speechCounts(scope);
  const after = counts === null ? words.afterReport : words.after(counts);
  const concluded =
    concluder === null ? `${words.conference} ${words.concludes}` : doing(concluder, words.concludes, scope.profile);
  const note = noteOf(scope.state.records.minutes, { kind: 'conclusion' })?.text ?? null;
  const told = [
    ...(note === null ? [] : paragraphs(note)),
    ...taskBlocks(scope, keysOf(concluder === null ? [] : [concluder])),
  ];
  return [paragraph(capital(`${after}, ${concluded}`)), ...(told.length === 0 ? [paragraph(DOTS)] : told)];
}
