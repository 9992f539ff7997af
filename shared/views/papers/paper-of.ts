import { afterActionPaper } from './after-action.ts';
import { conclusionNotice } from './conclusion-notice.ts';
import { followUpPaper } from './follow-up.ts';
import { minutesPaper } from './minutes.ts';
import { newsPaper } from './news.ts';
import { secretParagraph } from './opening-lines.ts';
import type { Paper, PaperKind, Provenance } from './paper.ts';
import { type PaperScope, paperScope } from './paper-scope.ts';
import type { PaperSource } from './paper-source.ts';
import type { PaperText } from './paper-text.ts';
import { programmePaper } from './programme.ts';
import { rollSheetsPaper } from './roll-sheets.ts';
import { speakersPaper } from './speakers.ts';

const WRITERS: Readonly<Record<PaperKind, (scope: PaperScope) => PaperText>> = {
  minutes: minutesPaper,
  conclusionNotice,
  news: newsPaper,
  programme: programmePaper,
  speakers: speakersPaper,
  rollSheets: rollSheetsPaper,
  followUp: followUpPaper,
  afterAction: afterActionPaper,
};

/** A paper of this kind, from what the journal holds at one position; the same source gives the same paper. */
export function paperOf(kind: PaperKind, source: PaperSource): Paper {
  const scope = paperScope(source);
  const text = isClosed(scope) ? nothingTold(scope, WRITERS[kind](scope)) : WRITERS[kind](scope);
  return { kind, profile: scope.profile, ...text, provenance: provenanceOf(scope) };
}

/** While a session is classified, no paper tells anything but that. */
const isClosed = ({ state }: PaperScope): boolean => state.conference.classifiedSince !== null;

const nothingTold = ({ state }: PaperScope, text: PaperText): PaperText => ({
  ...text,
  subject: state.conference.title,
  blocks: [secretParagraph],
  appendices: [],
});

function provenanceOf({ source, state, draft }: PaperScope): Provenance {
  const { versions, signed } = state.records.minutes;
  const version = String(signed?.version ?? versions + 1);
  return { version, madeAt: source.now, position: source.position, hash: source.hash, draft };
}
