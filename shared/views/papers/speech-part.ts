import { bridgeOf } from '../../domain/bridges/bridge.ts';
import { aboutOf } from '../../domain/documents/document.ts';
import type { Speech } from '../../domain/floor/floor.ts';
import type { SpeechId } from '../../domain/ids.ts';
import { noteOf } from '../../domain/records/minutes.ts';
import { type HeldSpeech, interruptedBy, isMainSpeech } from './course.ts';
import type { Block } from './paper.ts';
import { field, heading, listOf, paragraph, paragraphs } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import { clockWords } from './paper-time.ts';
import { capital, isSaidIn, sentence, titled } from './people-words.ts';
import { counted, DOTS, paperWords, speechKindWords, minutesWords as words } from './words.ts';

/** Whose speech it is: the unit by the name of its hall, and the speaker; a unit without a hall speaks by its name. */
function speakerText({ speaker, bridgeId }: Speech, { state, profile }: PaperScope): string {
  const who = titled(speaker, profile);
  const bridge = bridgeOf(state.bridges, bridgeId);
  if (bridge === undefined) return who;
  const isItself = speaker.fullName === null && isSaidIn(bridge.shortName, [who]);
  return isItself && isSaidIn(who, [bridge.name]) ? bridge.name : `${bridge.name}: ${who}`;
}

/** "Hội nghị có 07 ý kiến phát biểu trực tiếp, 02 tham luận gửi bằng văn bản." */
export function countBlocks(held: readonly HeldSpeech[], written: readonly Speech[]): readonly Block[] {
  const told = held.filter(({ secret }) => !secret);
  const main = told.filter(isMainSpeech).length;
  const asked = told.filter(({ speech }) => speech.kind === 'question' || speech.kind === 'reply').length;
  const parts = [
    ...(main === 0 ? [] : [words.spoken(counted(main))]),
    ...(written.length === 0 ? [] : [words.written(counted(written.length))]),
    ...(asked === 0 ? [] : [words.asked(counted(asked))]),
  ];
  return parts.length === 0 ? [] : [paragraph(words.heard(parts.join(', ')))];
}

/** Speeches in the order in which they were held; of a classified session nothing but that it was. */
export function speechBlocks(
  scope: PaperScope,
  held: readonly HeldSpeech[],
  all: readonly HeldSpeech[],
): readonly Block[] {
  let place = 0;
  return held.flatMap((one, index): readonly Block[] => {
    if (one.secret) return held[index - 1]?.secret === true ? [] : [paragraph(paperWords.secret)];
    place += 1;
    return oneSpeech(scope, one, { place, all });
  });
}

interface Among {
  readonly place: number;
  readonly all: readonly HeldSpeech[];
}

function oneSpeech(scope: PaperScope, one: HeldSpeech, among: Among): readonly Block[] {
  const { speech } = one;
  const note = noteOf(scope.state.records.minutes, { kind: 'speech', speechId: speech.speechId })?.text ?? null;
  return [
    heading(3, `${among.place}) ${speakerText(speech, scope)}`),
    paragraph(courseText(one, among.all, scope)),
    ...(note === null ? gap(scope) : paragraphs(note)),
    ...attachedTo(scope, speech.speechId),
  ];
}

/** Somebody still writes the summary while the minutes are a draft. */
const gap = ({ draft }: PaperScope): readonly Block[] => (draft ? [field(words.summary, DOTS)] : []);

/** Kind, time, how it came about, and the subject. */
function courseText(one: HeldSpeech, all: readonly HeldSpeech[], scope: PaperScope): string {
  const { speech, from, to } = one;
  const host = interruptedBy(one, all);
  const time = to === null ? words.since(clockWords(from)) : words.fromTo(clockWords(from), clockWords(to));
  const course = [
    `${speechKindWords[speech.kind]}, ${time}`,
    ...(speech.callbackOf === null ? [] : [words.calledBack]),
    ...(host === undefined || host.secret ? [] : [words.interposed(hallOf(host.speech, scope))]),
  ].join(', ');
  return `${course}. ${words.onSubject}: ${sentence(speech.subject)}`;
}

const hallOf = (speech: Speech, scope: PaperScope): string =>
  bridgeOf(scope.state.bridges, speech.bridgeId)?.name ?? titled(speech.speaker, scope.profile);

/** Papers that were handed in: counted apart, and named. */
export function writtenBlocks(scope: PaperScope, written: readonly Speech[]): readonly Block[] {
  if (written.length === 0) return [];
  const lines = written.map((speech) => {
    const note = noteOf(scope.state.records.minutes, { kind: 'speech', speechId: speech.speechId })?.text;
    const files = attachedTitles(scope, speech.speechId);
    const attached = files.length === 0 ? '' : ` ${words.attached}: ${files.join('; ')}.`;
    const noted = note === undefined ? '' : ` ${sentence(note.replaceAll('\n', ' '))}`;
    return `${capital(speakerText(speech, scope))}. ${words.onSubject}: ${sentence(speech.subject)}${noted}${attached}`;
  });
  return [paragraph(`${words.writtenList}:`), ...listOf(lines)];
}

function attachedTo(scope: PaperScope, speechId: SpeechId): readonly Block[] {
  const titles = attachedTitles(scope, speechId);
  return titles.length === 0 ? [] : [paragraph(`${words.attached}: ${titles.join('; ')}.`)];
}

/** What the speaker showed or handed in; what bears a mark of secrecy is not named here. */
const attachedTitles = ({ state }: PaperScope, speechId: SpeechId): readonly string[] =>
  state.documents.list
    .filter((document) => document.speechId === speechId && aboutOf(document).secrecy === 'none')
    .map((document) => aboutOf(document).title);
