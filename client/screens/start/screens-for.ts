import type { ConferenceId } from '../../../shared/domain/ids.ts';
import type { Session } from '../../../shared/protocol/http.ts';

export interface ScreenOfSeat {
  readonly screen: 'console' | 'chair' | 'announcer' | 'bridge' | 'wall' | 'clock' | 'programme';
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
      return [at('console'), at('wall'), at('clock'), at('programme')];
    case 'chair':
      return [at('chair'), at('programme')];
    case 'announcer':
      return [at('announcer'), at('programme')];
    case 'operator':
      return [at('bridge', `bridge/${bridgeId ?? ''}`)];
    case 'wall':
      return [at('wall'), at('clock')];
    case 'viewer':
      return [at('programme')];
  }
}
