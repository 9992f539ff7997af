import type { Command } from '../../shared/domain/command.ts';
import type { BallotId, DocumentId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { HandbookOwn, HandbookView } from '../../shared/protocol/handbook.ts';
import { type DelegatePage, delegatePageSchema } from '../../shared/protocol/http.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { ballot, question } from './ballot-builders.ts';
import { checkIn, delegateInput, itemPlan, lasting, MINUTE } from './builders.ts';
import { DocumentCaller } from './document-caller.ts';
import { slidesPdf } from './pdf-files.ts';
import { Caller, createSmallConference, type SmallConference } from './test-server.ts';

export const NAMES = ['Lê Thị Ẩm Ưu', 'Trần Văn Đủ', 'Nguyễn Hữu Vắng'];
export const LIVE_ITEM = 'Báo cáo kết quả công tác xây dựng Đảng';

type Listed = DelegatePage['delegates'][number];

/** A live conference whose delegates hold handbooks: the first two are there, the third is not. */
export class HandbookHall {
  readonly secretariat: Caller;
  readonly conference: SmallConference;
  readonly origin: string;
  #delegates: readonly Listed[] = [];

  private constructor(secretariat: Caller, conference: SmallConference) {
    this.secretariat = secretariat;
    this.conference = conference;
    this.origin = secretariat.origin;
  }

  static async open(secretariat: Caller): Promise<HandbookHall> {
    const hall = new HandbookHall(secretariat, await createSmallConference(secretariat));
    const { anGiang } = hall.conference;
    const delegates = NAMES.map((fullName) => delegateInput({ fullName, seat: 'A12' }));
    await hall.must({ type: 'registerDelegates', bridgeId: anGiang, delegates });
    hall.#delegates = await hall.#listed();
    for (const place of [0, 1]) await hall.must(checkIn(anGiang, hall.delegate(place).delegateId));
    await hall.#programme();
    return hall;
  }

  async #programme(): Promise<void> {
    const start = Date.now();
    const plan = (title: string, after: number) =>
      itemPlan({ title, start: start + after * MINUTE, span: lasting(30 * MINUTE) });
    const presenter = { fullName: 'Phạm Thị Thanh Trà', positions: ['Trưởng Ban Tổ chức'] };
    const items = [
      { plan: plan(LIVE_ITEM, 0), presenter },
      { plan: plan('Thảo luận', 30), presenter: null },
    ];
    await this.must({ type: 'addAgendaItems', items, beforeItemId: null });
    await this.must({ type: 'openConference' });
    const view = await this.view();
    const first = view.programme[0];
    if (first !== undefined)
      await this.must({ type: 'startAgendaItem', itemId: first.itemId, expectedLive: null, accepting: [] });
  }

  async #listed(): Promise<readonly Listed[]> {
    const path = `/api/conferences/${this.conference.id}/delegates?limit=50`;
    const { delegates } = delegatePageSchema.parse(await (await this.secretariat.fetch(path)).json());
    return NAMES.map((name) => {
      const found = delegates.find(({ fullName }) => fullName === name);
      if (found === undefined) throw new Error(`${name} is not on the list`);
      return found;
    });
  }

  async must(command: Command): Promise<void> {
    const ack = await this.secretariat.command(this.conference.id, command);
    if (!ack.ok) throw new Error(`${command.type}: ${ack.code} ${JSON.stringify(ack.params)}`);
  }

  delegate(place: number): Listed {
    const found = this.#delegates[place];
    if (found === undefined) throw new Error(`nobody stands at ${place}`);
    return found;
  }

  badge(place: number): string {
    return this.delegate(place).badge ?? '';
  }

  link(place: number): string {
    return `${this.origin}/s/${this.conference.id}#${this.badge(place)}`;
  }

  /** As a phone asks, by this badge and without a cookie. */
  ask(
    badge: string | null,
    path = '',
    more: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
  ) {
    const { headers = {}, ...rest } = more;
    const by: Record<string, string> = badge === null ? {} : { authorization: `Badge ${badge}` };
    return new Caller(this.origin).fetch(`/api/handbook/${this.conference.id}${path}`, {
      ...rest,
      headers: { ...by, ...headers },
    });
  }

  async view(place = 0): Promise<HandbookView> {
    return (await (await this.ask(this.badge(place))).json()) as HandbookView;
  }

  async own(place = 0): Promise<HandbookOwn> {
    return (await (await this.ask(this.badge(place), '/own')).json()) as HandbookOwn;
  }

  /** Puts a question to the vote by phone. */
  async put(manner: 'open' | 'secret', asked = ballot().question): Promise<BallotId> {
    await this.must({ type: 'prepareBallot', ballot: question({ manner, question: asked }) });
    const { ballotId } = (await this.#state()).ballots.list.at(-1) ?? ballot();
    await this.must({ type: 'openBallot', ballotId });
    return ballotId;
  }

  async #state(): Promise<ConferenceState> {
    const { text } = await this.secretariat.snapshot(this.conference.id, 'staff');
    return decodeState(snapshotSchema.parse(JSON.parse(text)).state as EncodedState);
  }

  /** A document of so many pages, given out to the delegates. */
  async release(title: string, facts: { watermark?: boolean; circulation?: string | null } = {}): Promise<DocumentId> {
    const documents = new DocumentCaller(this.secretariat, this.conference.id);
    const documentId = await documents.kept(`${title}.pdf`, slidesPdf(2));
    const { watermark = false, circulation = null } = facts;
    const about = { title, itemId: null, circulation, secrecy: 'none', watermark } as const;
    await this.must({ type: 'describeDocument', documentId, about });
    await this.must({ type: 'releaseDocument', documentId, to: { kind: 'delegates' }, at: null });
    return documentId;
  }
}
