import type { ConferenceId } from '../../../shared/domain/ids.ts';
import type { Session } from '../../../shared/protocol/http.ts';

/** Other machines of a bridge beside the hall's own: the technician's phone, a second camera, a presentation laptop. */
const companions = ['phone', 'camera', 'present'] as const;

export interface ScreenOfSeat {
  readonly screen:
    | 'console'
    | 'chair'
    | 'announcer'
    | 'bridge'
    | 'roll'
    | 'kiosk'
    | 'wall'
    | 'board'
    | 'clock'
    | 'programme'
    | 'director'
    | 'lines'
    | 'recorder'
    | 'minutes'
    | 'library'
    | (typeof companions)[number];
  readonly path: string;
}

/** The screens that a seat opens of a conference, its own one first. */
export function screensFor(
  { seat, bridgeId }: Pick<Session, 'seat' | 'bridgeId'>,
  conference: ConferenceId,
): readonly ScreenOfSeat[] {
  const at = (screen: ScreenOfSeat['screen'], path: string = screen): ScreenOfSeat => ({
    screen,
    path: `/c/${conference}/${path}`,
  });
  switch (seat) {
    case 'secretariat':
    case 'moderator':
      return [
        at('console'),
        at('minutes'),
        at('library'),
        at('director'),
        at('lines'),
        at('wall'),
        at('board'),
        at('clock'),
        at('programme'),
      ];
    case 'chair':
      return [at('chair'), at('programme')];
    case 'announcer':
      return [at('announcer'), at('programme')];
    case 'director':
      return [at('director'), at('lines'), at('wall'), at('board')];
    case 'technician':
      return [at('lines'), at('director'), at('board')];
    case 'secretary':
      return [at('minutes'), at('library'), at('programme')];
    case 'recorder':
      return [at('recorder')];
    case 'operator':
      return [
        at('bridge', `bridge/${bridgeId ?? ''}`),
        at('roll', `roll/${bridgeId ?? ''}`),
        ...companions.map((screen) => at(screen, `${screen}/${bridgeId ?? ''}`)),
      ];
    case 'kiosk':
      return [at('kiosk', `kiosk/${bridgeId ?? ''}`)];
    case 'wall':
      return [at('wall'), at('board'), at('clock')];
    case 'viewer':
      return [at('programme')];
  }
}
