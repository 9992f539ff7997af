import type { ConferenceId } from '../../../shared/domain/ids.ts';
import type { Session } from '../../../shared/protocol/http.ts';

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
    | 'programme';
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
      return [at('console'), at('wall'), at('board'), at('clock'), at('programme')];
    case 'chair':
      return [at('chair'), at('programme')];
    case 'announcer':
      return [at('announcer'), at('programme')];
    case 'operator':
      return [at('bridge', `bridge/${bridgeId ?? ''}`), at('roll', `roll/${bridgeId ?? ''}`)];
    case 'kiosk':
      return [at('kiosk', `kiosk/${bridgeId ?? ''}`)];
    case 'wall':
      return [at('wall'), at('board'), at('clock')];
    case 'viewer':
      return [at('programme')];
  }
}
