import type { Seat } from '../shared/domain/actor.ts';
import { bridgesInOrder } from '../shared/domain/bridges/bridge.ts';
import type { Desks } from './application/desks.ts';
import type { InvitationWish, Seats } from './application/seats.ts';
import { say } from './observe/log.ts';
import { serverLines } from './text.ts';

export interface PrintLinksOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly demo: boolean;
  readonly linkOf: (token: string) => string;
}

/** The bridge whose technician the demo lets you be: one of the seven that spoke. */
const DEMO_BRIDGE = 'An Giang';

/** The demo prints a link for each seat at every start; a real installation one for the secretariat, once. */
export async function printLinks({ seats, desks, demo, linkOf }: PrintLinksOptions): Promise<void> {
  const wishes = demo ? await demoSeats(desks) : (await seats.isFirstRun()) ? [SECRETARIAT] : [];
  if (wishes.length > 0) say(demo ? serverLines.linksFollow : serverLines.firstRun);
  for (const wish of wishes) {
    const { token } = await seats.mint(wish);
    say(`${wish.seat}\t${linkOf(token)}`);
  }
}

const SECRETARIAT: InvitationWish = {
  seat: 'secretariat',
  conference: null,
  bridgeId: null,
  label: 'Ban thư ký (đường dẫn đầu tiên)',
};

async function demoSeats(desks: Desks): Promise<readonly InvitationWish[]> {
  const desk = (await desks.all()).find(({ state }) => state.conference.rehearsalOf === null);
  if (desk === undefined) return [SECRETARIAT];
  const bridges = bridgesInOrder(desk.state.bridges);
  const bridge = bridges.find(({ shortName }) => shortName === DEMO_BRIDGE) ?? bridges.find(({ tier }) => tier === 1);
  const seat = (kind: Exclude<Seat, 'operator'>, label: string): InvitationWish => ({
    seat: kind,
    conference: desk.id,
    bridgeId: null,
    label,
  });
  return [
    SECRETARIAT,
    seat('moderator', 'Điều hành (mẫu)'),
    seat('chair', 'Chủ trì (mẫu)'),
    seat('announcer', 'Dẫn chương trình (mẫu)'),
    seat('director', 'Đạo diễn hình (mẫu)'),
    seat('technician', 'Kỹ thuật đường truyền (mẫu)'),
    seat('recorder', 'Máy ghi hình (mẫu)'),
    seat('secretary', 'Người ghi biên bản (mẫu)'),
    ...(bridge === undefined
      ? []
      : [{ seat: 'operator' as const, conference: desk.id, bridgeId: bridge.bridgeId, label: bridge.name }]),
    seat('wall', 'Màn hình chính (mẫu)'),
    seat('viewer', 'Đại biểu (mẫu)'),
  ];
}
