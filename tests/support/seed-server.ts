import type { ConferenceState } from '../../shared/domain/state.ts';
import type { Paper, PaperKind } from '../../shared/views/papers/paper.ts';
import { SeededConference } from './seed-conference.ts';
import { type FactName, factsOf, missingIn } from './seed-facts.ts';
import { heldAs, type SeedConference, seedFile } from './seed-file.ts';
import { Caller, startTestServer, type TestServer } from './test-server.ts';

export interface HeldSeed {
  readonly held: SeededConference;
  readonly seed: SeedConference;
  readonly state: ConferenceState;
  /** All words of the paper as the preview has it. */
  readonly minutes: string;
  readonly news: string;
}

/** Every word between head and signature, a block a line; spans of one paragraph are one sentence. */
export const wordsOf = ({
  title,
  subject,
  blocks,
  appendices,
}: Pick<Paper, 'title' | 'subject' | 'blocks' | 'appendices'>): string =>
  [
    title,
    subject ?? '',
    ...[...blocks, ...appendices.flatMap((one) => one.blocks)].map((block) => {
      switch (block.kind) {
        case 'paragraph':
          return block.spans.map(({ text }) => text).join('');
        case 'heading':
          return block.text;
        case 'list':
          return block.items.map((spans) => spans.map(({ text }) => text).join('')).join('\n');
        case 'table':
          return block.rows.map((row) => row.join('\t')).join('\n');
      }
    }),
  ].join('\n');

/** All conferences of the file, entered, held and signed on one server. */
export class SeedServer {
  readonly server: TestServer;
  readonly secretariat: Caller;
  readonly #kept = new Map<string, HeldSeed>();

  private constructor(server: TestServer, secretariat: Caller) {
    this.server = server;
    this.secretariat = secretariat;
  }

  static async start(): Promise<SeedServer> {
    const server = await startTestServer();
    const seeds = new SeedServer(server, await Caller.signedIn(server, { seat: 'secretariat' }));
    for (const one of seedFile.documents) {
      const seed = heldAs(one);
      const held = new SeededConference(seeds.secretariat, seed);
      await held.enter();
      await held.hold();
      await held.sign();
      const minutes = wordsOf(await seeds.preview(held, 'minutes'));
      const news = wordsOf(await seeds.preview(held, 'news'));
      seeds.#kept.set(one.id, { held, seed, state: await held.state(), minutes, news });
    }
    return seeds;
  }

  get all(): readonly HeldSeed[] {
    return [...this.#kept.values()];
  }

  of(id: string): HeldSeed {
    const found = this.#kept.get(id);
    if (found === undefined) throw new Error(`${id} was not held`);
    return found;
  }

  /** The seeds that the file names for a feature. */
  from(feature: string): readonly HeldSeed[] {
    const found = seedFile.features.find(({ id }) => id === feature);
    if (found === undefined) throw new Error(`the file knows no ${feature}`);
    return found.from.map((id) => this.of(id));
  }

  async file({ id }: SeededConference, name: string): Promise<Buffer> {
    return Buffer.from(await (await this.#ask(id, name)).arrayBuffer());
  }

  async preview({ id }: SeededConference, kind: PaperKind): Promise<Paper> {
    return (await (await this.#ask(id, kind)).json()) as Paper;
  }

  /** What the minutes of the feature's seeds do not hold of such facts; there must be some. */
  missingInMinutes(feature: string, ...names: readonly FactName[]): readonly string[] {
    const all = this.from(feature).map(({ seed, minutes }) => ({
      minutes,
      facts: names.flatMap((name) => factsOf[name](seed)),
    }));
    if (all.every(({ facts }) => facts.length === 0)) throw new Error(`the file gives no ${names.join(', ')}`);
    return all.flatMap(({ minutes, facts }) => missingIn(minutes, facts));
  }

  /** Once more, and not closed: what belongs to the day itself is tried on it. */
  async openAgain(id: string): Promise<SeededConference> {
    const held = new SeededConference(this.secretariat, this.of(id).seed);
    await held.enter();
    await held.must({ type: 'openConference' });
    return held;
  }

  async #ask(id: string, paper: string): Promise<Response> {
    const response = await this.secretariat.fetch(`/api/conferences/${id}/papers/${paper}`);
    if (response.status !== 200) throw new Error(`${paper} was answered ${response.status}`);
    return response;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}
