import type { CheckInWay } from '../../../shared/domain/attendance/delegate.ts';
import type { RejectionCode } from '../../../shared/domain/rejection.ts';
import { type Sentence, sentencesByCode } from '../sentences-by-code.ts';
import { timeOfDay } from '../time-of-day.ts';
import type { refusalsText } from '../vi/refusals.ts';
import type { Widened } from '../widened.ts';

const WAYS: Readonly<Record<CheckInWay, string>> = {
  list: 'on the list',
  badge: 'by badge',
  phone: 'by the code on their phone',
  code: 'by a typed code',
  report: "by the bridge's report",
};
const ways = new Map<unknown, string>(Object.entries(WAYS));

/** What was refused and what to do next, a sentence each. */
const byCode: Readonly<Record<RejectionCode, Sentence>> = {
  malformed: 'What was sent is not valid. Please check what was entered.',
  'too-large': 'What was sent is too long. Please shorten or divide it.',
  'too-many-commands': 'Too fast. Please wait a few seconds and try again.',
  'not-permitted': ({ elsewhere }) =>
    elsewhere === undefined
      ? 'This seat has no right to do that. Please contact the Secretariat.'
      : `This person also stands in ${elsewhere} other conferences of the series on this server. Please ask the secretariat of all conferences to erase the person from all of them at once.`,
  'conference-unknown': 'The conference was not found. Please open it again from the first page.',
  'conference-exists': 'This conference is created already. Please open it again from the first page.',
  'wrong-phase': 'That does not apply in this phase of the conference.',
  'bridge-unknown': 'The bridge is no longer in the list. Please choose again.',
  'bridge-in-use': ({ bridge = '' }) =>
    `${bridge === '' ? 'The bridge' : bridge} has sub-bridges, delegates or turns to speak, so it cannot be removed yet.`,
  'bridge-has-delegates': ({ bridge, count }) =>
    `${bridge ?? 'The bridge'} has delegates on its list (${count ?? ''}). Please move them to another bridge first.`,
  'central-bridge-exists': 'The conference has a central bridge already. There can be only one.',
  'central-bridge-missing': 'There is no central bridge. Please add one before opening.',
  'too-many-bridges': ({ max }) => `More bridges than are allowed (${max ?? ''}).`,
  'link-as-before': 'The state of the line has not changed.',
  'delegate-unknown': 'The delegate is no longer in the list of this bridge. Please search again.',
  'mark-as-before': 'The delegate is marked so already.',
  'already-present': ({ since, way }) =>
    [
      'The delegate was checked in',
      ...(typeof since === 'number' && since > 0 ? [`at ${timeOfDay(since)}`] : []),
      ways.get(way) ?? '',
    ]
      .join(' ')
      .trim()
      .concat('.'),
  'wrong-bridge': ({ bridge }) =>
    `The delegate attends at ${bridge ?? 'another bridge'}, not here. Please show the way there, or ask the Secretariat to move them.`,
  'not-there': 'The delegate has not been checked in. Please check them in first.',
  'has-substitute': 'Somebody attends in place of this delegate. Please remove the substitute first.',
  'category-twice': 'A category was entered twice. Please put them together.',
  'too-many-categories': ({ max }) =>
    `More categories than are allowed (${max ?? ''}). Please write each category in one way.`,
  'too-many-delegations': ({ max }) =>
    `More delegations than are allowed (${max ?? ''}). Please check which column of the file names the delegation.`,
  'report-changed': 'Somebody else has just updated the report of this bridge. Please look again before sending.',
  'import-unknown':
    'This file is no longer there: it was cancelled, it expired, or the server was restarted. Please import the file again.',
  'import-applied': 'This file has been written into the list already.',
  'import-undone': 'This import has been undone. Please import the file again if it is needed.',
  'roll-call-running': 'A roll call is running. Please end it first.',
  'roll-call-over': 'The roll call is over. Please start another.',
  'roll-changed': 'Another bridge is being called by now. Please look again before acting.',
  'item-unknown': 'The item is no longer in the programme. Please choose again.',
  'item-not-waiting': 'That is possible only for an item that has not started.',
  'item-not-live': 'This item is not running.',
  'agenda-changed': 'The programme has just changed. Please look again before acting.',
  'too-many-items': ({ max }) => `The list has all the rows it may have (${max ?? ''}).`,
  'speech-unknown': 'The turn to speak is gone. Please choose again.',
  'speech-not-waiting': 'This turn to speak is no longer waiting.',
  'speech-not-on-floor': 'This bridge is not speaking.',
  'speech-not-called': 'This bridge has not been called to speak.',
  'already-waiting': 'The bridge has a turn waiting already. Please withdraw the old one first.',
  'queue-full': ({ max }) => `The speaking order has all the ${max ?? ''} turns it may have.`,
  'queue-changed': 'The speaking order has just changed. Please look again before acting.',
  'floor-changed': ({ bridge }) =>
    bridge === undefined
      ? 'The floor has just changed. Please look again before acting.'
      : `${bridge} has just been called to speak. Please look again before acting.`,
  'floor-occupied': 'A bridge is speaking. Please end its speech first.',
  'source-unknown': 'The source of the picture is gone. Please choose another.',
  'program-changed': 'The picture on air has just changed. Please look again before acting.',
  unconfirmed: 'This needs to be confirmed first. Please press again.',
  'item-in-use': 'Turns are still waiting on the list of this item. Please withdraw them first.',
  'item-over': 'This item is over or skipped, so its time cannot be changed.',
  'item-untimed': 'Group headings and notes have no time and cannot be started.',
  'row-kind-fixed': 'A row cannot change its kind. Please add a new row and remove the old one.',
  'end-before-start': ({ title }) => `“${title ?? ''}” ends before it starts. Please correct it.`,
  'deadline-passed': ({ title }) => `“${title ?? ''}” must end at a time that has passed. Please set another.`,
  'end-passed': 'That time has passed. Please choose a later one.',
  'speech-not-speaking': 'This bridge is not speaking.',
  'speech-not-paused': 'This speech is not paused.',
  'speech-not-spoken': 'Only somebody who has spoken can be called back.',
  'question-on-floor': 'A question has been put in between. Please end it first.',
  'line-not-lost': 'The line of the bridge has not been gone long enough.',
  'no-understudy': 'Nobody is named to speak in their place.',
  'too-late': 'More than 10 seconds have passed, so it cannot be undone. Please enter it again.',
  'too-many-waiting': ({ max }) => `The bridge has ${max ?? ''} turns waiting. Please withdraw one first.`,
  'asking-not-offered': 'Here the moderator calls; bridges do not ask.',
  'list-closed': 'The list of speakers is closed.',
  'bridge-absent': 'The bridge is not on the line, so it cannot ask.',
  'category-unknown': 'This kind of request is gone. Please choose again.',
  'desk-empty': 'There is no document on the desk. Choose one first.',
  'document-unknown': 'The server no longer has this document. Choose another.',
  'document-on-air': 'The document is on air. Show another picture first.',
  'document-not-on-desk': 'This document is no longer on the desk.',
  'page-changed': 'Somebody else has just turned the page. Look again, then go on.',
  'page-unknown': ({ pages }) => `The document has only ${pages ?? ''} pages.`,
  'no-media-there': 'This bridge only watches; it has no picture and sound of its own.',
  'no-line-check': 'No line check is open with this bridge.',
  'line-check-running': 'A line check with this bridge is already running.',
  'check-not-flawless': 'Not all eight points are confirmed by both sides. Ask on, or choose “Pass with remark”.',
  'remark-missing': 'Say what is to be noted.',
  'bridge-twice': 'A bridge stands in two groups. Take it out of one.',
  'too-many-messages': ({ max }) => `This conference already has ${max ?? ''} messages. Use the telephone.`,
  'message-unknown': 'This message is no longer there.',
  'call-running': 'A call with this bridge is already open.',
  'call-over': 'The call has ended.',
  'heard-by-all':
    'The hall’s microphone is heard by everybody, so this machine cannot talk in private. Answer on the technician’s phone.',
  'recording-not-decided': 'The chair has not allowed recording. Ask the chair first.',
  'recording-running': 'A recording is running. Stop it first.',
  'recording-unknown': 'This recording is no longer there.',
  classified: 'The session is classified: only the clock of the agenda runs.',
  'defect-unknown': 'This defect is no longer in the list.',
  'minutes-signed': ({ version }) =>
    `The minutes (version ${version ?? ''}) are signed. Please reopen them with a reason first.`,
  'paper-head-missing': 'The head of the paper is missing. Please enter the issuing body before signing.',
  'note-changed': 'Somebody else has just changed this note. Please read it again; what was typed is kept.',
  'proposal-unknown': 'This proposal is no longer in the list. Please choose again.',
  'proposal-owner-fixed': 'A proposal cannot move to another bridge. Please remove it and register it again.',
  'proposal-leads-group': 'This proposal leads a group of duplicates. Please ungroup it first.',
  'proposal-is-duplicate': 'The chosen proposal belongs to another group. Please choose the one that leads it.',
  'task-unknown': 'This task is no longer in the list. Please choose again.',
  'award-unknown': 'This award is no longer in the list. Please choose again.',
  'award-presented': 'This award has been presented and cannot be removed.',
  'more-names-than-count': ({ count }) => `More names than collectives (${count ?? ''}). Please check.`,
  'point-unknown': 'This point is no longer in the list. Please choose again.',
  'incident-unknown': 'This incident is no longer in the list. Please choose again.',
  'not-yet': 'That time has not come yet. Please check it.',
  'citation-unknown': 'This document is no longer in the list. Please choose again.',
  'document-released': 'The document has been released. Please withdraw it before changing it.',
  'document-secret': ({ titles }) =>
    titles === undefined
      ? 'A classified document is not released here. Please hand it out on paper, as the rules say.'
      : `The journal in the archive still names ${titles} classified documents. Please tick that you have read it, then export again.`,
  'other-bridges-paper': 'This document belongs to another bridge. Please choose one of the speaking bridge.',
  'ballot-unknown': 'This ballot is no longer there. Please choose again.',
  'ballot-not-prepared': 'This ballot has been opened and can no longer be changed or removed.',
  'ballot-not-open': 'The ballot is not open, or over.',
  'ballot-not-closed': 'The ballot is not over. Please close it before publishing.',
  'ballot-open': ({ voted }) =>
    voted === undefined
      ? 'A ballot is still open. Please close or annul it first.'
      : 'A vote has been cast in a ballot that is still open, so the list cannot lose or exchange people yet. Please close or annul it first.',
  'quorum-not-reached': ({ present, needed }) => `No quorum: ${present ?? ''} present, ${needed ?? ''} needed.`,
  'other-manner': 'This ballot is held in another manner.',
  'option-unknown': 'There is no such option. Please reload the page and choose.',
  'more-hands-than-people': ({ hands, present }) =>
    present === 0
      ? 'The bridge has not reported who is there. Please report the delegates first, then send the hands.'
      : `More hands (${hands ?? ''}) than people present at the bridge (${present ?? ''}). Please count again or bring the attendance up to date.`,
  'already-voted': 'This delegate has voted. Each delegate votes once.',
  'answers-differ': ({ told, kept }) =>
    `The secret answers kept (${kept ?? ''}) are not as many as were recorded (${told ?? ''}). Please annul the ballot and hold it again.`,
  'rehearsal-running': 'A rehearsal is running. Please end it first.',
  'nothing-to-change': 'Nothing changes.',
  'journal-unavailable': 'The server cannot write for the moment. Please try again and tell the technicians.',
  'journal-damaged':
    'The journal of the conference is no longer whole: screens can be read, nothing can be done. Please tell the technicians at once.',
  'protocol-outdated': 'This page is older than the server. Please reload it.',
};

export const refusalsEnglish: Widened<typeof refusalsText> = {
  sentence: sentencesByCode({
    byCode,
    others: {
      'signed-out': 'The session has ended. Please open the link you were given again.',
      'link-invalid': 'The link is wrong, has expired or was revoked.',
      'too-many-tries': 'Too many tries. Please wait 15 minutes and try again.',
      'media-unavailable': 'Pictures and sound are not ready.',
      'too-many-devices': ({ max = '' }) =>
        `${max} machines of this bridge are in already. Please close the page on one that is not used, wait a minute and try again.`,
      'unknown-address': 'There is no such address.',
      'foreign-origin': 'The request came from a page of another server. Please open the link you were given again.',
      'too-many-imports': ({ max = '' }) =>
        `There are ${max === '' ? 'many' : max} files waiting to be written or for their columns. Please write or drop some of them first.`,
      'import-not-ready': 'The file is still being read or written. Please wait and try again.',
      'too-long-for-xlsx': 'The list is too long for an Excel file. Please export it as CSV.',
      'badge-unknown': 'There is no such badge. Please check the code.',
      internal: 'The server has failed. Please try again and tell the technicians.',
    },
    unknown: 'The server refused. Please reload the page and try again.',
  }),
};
