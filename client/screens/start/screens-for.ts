import type { ConferenceId } from '../../../shared/domain/ids.ts';
import type { Session } from '../../../shared/protocol/http.ts';

export interface ScreenOfSeat {
  readonly screen: 'console' | 'bridge' | 'wall' | 'programme';
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
      return [at('console'), at('wall'), at('programme')];
    case 'operator':
      return [at('bridge', `bridge/${bridgeId ?? ''}`)];
    case 'wall':
      return [at('wall')];
    case 'viewer':
      return [at('programme')];
  }
}
