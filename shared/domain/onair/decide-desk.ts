import { unreachable } from '../../base/assert.ts';
import { bridgeOf, isOnStage } from '../bridges/bridge.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import { aboutOf, isShown, storedOf } from '../documents/document.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import type { OnAirCommand } from './commands.ts';
import { clipAt, laidOnDesk, type SlidesOnDesk } from './document-on-desk.ts';
import { programSource } from './program.ts';

type Of<T extends OnAirCommand['type']> = Extract<OnAirCommand, { type: T }>;
type DeskCommand = Of<'layDocument' | 'clearDesk' | 'turnPage' | 'handSlides' | 'playClip' | 'pauseClip'>;

/** What lies on the desk, and who turns its pages. */
export function decideDesk(state: ConferenceState, command: DeskCommand, { now: at }: Moment): Decided {
  switch (command.type) {
    case 'layDocument':
      return decideLay(state, command, at);
    case 'clearDesk':
      return decideClear(state, at);
    case 'turnPage':
    case 'handSlides':
      return decideSlides(state, command, at);
    case 'playClip':
    case 'pauseClip':
      return decideClip(state, command, at);
    default:
      return unreachable(command);
  }
}

function decideLay({ bridges, documents }: ConferenceState, { document }: Of<'layDocument'>, at: number): Decided {
  if (document.kind === 'share') {
    const bridge = bridgeOf(bridges, document.bridgeId);
    if (bridge === undefined) return refuse('bridge-unknown');
    return isOnStage(bridge) ? emit({ type: 'documentLaid', at, document }) : refuse('no-media-there');
  }
  const stored = storedOf(documents, document.documentId);
  if (stored === undefined || !isShown(stored.file)) return refuse('document-unknown');
  if (aboutOf(stored).secrecy !== 'none') return refuse('document-secret');
  const { file } = stored;
  const { presenter } = document;
  if (presenter !== null && bridgeOf(bridges, presenter) === undefined) return refuse('bridge-unknown');
  return emit({ type: 'documentLaid', at, document: laidOnDesk(file, presenter) });
}

/** Shown alone it stays until something else is shown: an empty desk on air would be a hole. */
function decideClear(state: ConferenceState, at: number): Decided {
  if (state.onair.document === null) return refuse('nothing-to-change');
  return programSource(state).kind === 'document' ? refuse('document-on-air') : emit({ type: 'deskCleared', at });
}

function decideSlides(state: ConferenceState, command: Of<'turnPage' | 'handSlides'>, at: number): Decided {
  const { document } = state.onair;
  if (document?.kind !== 'slides' || document.documentId !== command.documentId) return refuse('document-not-on-desk');
  return command.type === 'turnPage' ? decideTurn(document, command, at) : decideHand(state, document, command, at);
}

function decideTurn(slides: SlidesOnDesk, { page, expectedPage }: Of<'turnPage'>, at: number): Decided {
  if (slides.page !== expectedPage) return refuse('page-changed');
  if (page > slides.pages) return refuse('page-unknown', { pages: slides.pages });
  return page === slides.page ? refuse('nothing-to-change') : emit({ type: 'pageTurned', at, page });
}

function decideHand(
  { bridges }: ConferenceState,
  slides: SlidesOnDesk,
  { presenter }: Of<'handSlides'>,
  at: number,
): Decided {
  if (presenter !== null && bridgeOf(bridges, presenter) === undefined) return refuse('bridge-unknown');
  return presenter === slides.presenter ? refuse('nothing-to-change') : emit({ type: 'slidesHanded', at, presenter });
}

function decideClip({ onair }: ConferenceState, command: Of<'playClip' | 'pauseClip'>, at: number): Decided {
  const { document } = onair;
  if (document?.kind !== 'clip' || document.documentId !== command.documentId) return refuse('document-not-on-desk');
  if (command.type === 'playClip') {
    return emit({ type: 'clipPlayed', at, fromMs: Math.min(command.fromMs, document.durationMs) });
  }
  return document.running === null
    ? refuse('nothing-to-change')
    : emit({ type: 'clipPaused', at, atMs: clipAt(document, at) });
}
