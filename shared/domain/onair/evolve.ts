import { unreachable } from '../../base/assert.ts';
import type { DocumentOnDesk } from './document-on-desk.ts';
import type { OnAirEvent } from './events.ts';
import { devicesOf, type OnAir } from './onair.ts';

export function evolveOnAir(onair: OnAir, event: OnAirEvent): OnAir {
  switch (event.type) {
    case 'sourceArmed':
      return { ...onair, armed: event.source, armedFrame: event.frame };
    case 'sourceDisarmed':
      return { ...onair, armed: null, armedFrame: null };
    case 'sourceTaken':
      return { ...onair, mode: { kind: 'manual', source: event.source }, frame: event.frame };
    case 'programFollowsFloor':
      return { ...onair, mode: { kind: 'followFloor' } };
    case 'programFramed':
      return { ...onair, frame: event.frame };
    case 'documentLaid':
      return { ...onair, document: event.document };
    case 'deskCleared':
      return { ...onair, document: null };
    case 'pageTurned':
      return withDocument(onair, (document) =>
        document.kind === 'slides' ? { ...document, page: event.page } : document,
      );
    case 'slidesHanded':
      return withDocument(onair, (document) =>
        document.kind === 'slides' ? { ...document, presenter: event.presenter } : document,
      );
    case 'clipPlayed':
      return withDocument(onair, (document) =>
        document.kind === 'clip' ? { ...document, running: { since: event.at, fromMs: event.fromMs } } : document,
      );
    case 'clipPaused':
      return withDocument(onair, (document) =>
        document.kind === 'clip' ? { ...document, running: null, atMs: event.atMs } : document,
      );
    case 'picturesLimited':
      return { ...onair, limit: event.limit };
    case 'deviceChosen':
      return withDevice(onair, event);
    default:
      return unreachable(event);
  }
}

const withDocument = (onair: OnAir, change: (document: DocumentOnDesk) => DocumentOnDesk): OnAir =>
  onair.document === null ? onair : { ...onair, document: change(onair.document) };

function withDevice(onair: OnAir, { bridgeId, part, device }: Extract<OnAirEvent, { type: 'deviceChosen' }>): OnAir {
  const { [part]: _, ...others } = devicesOf(onair, bridgeId);
  const chosen = device === null ? others : { ...others, [part]: device };
  return { ...onair, devices: { ...onair.devices, [bridgeId]: chosen } };
}
