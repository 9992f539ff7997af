import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const startSchema = z.object({
  url: z.string(),
  awaitStartSignal: z.boolean().optional(),
  fileOutputs: z.array(z.object({ filepath: z.string() })),
});
const stopSchema = z.object({ egressId: z.string() });

export interface FakeRun {
  readonly egressId: string;
  readonly url: string;
  readonly filepath: string;
  readonly awaitsSignal: boolean;
  status: 'EGRESS_STARTING' | 'EGRESS_ACTIVE' | 'EGRESS_COMPLETE';
}

/** LiveKit with Egress as its Twirp interface shows it; it can refuse, and it can be away. */
export class FakeEgress {
  readonly runs: FakeRun[] = [];
  refuses = false;
  #server: Server | null = null;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get active(): readonly FakeRun[] {
    return this.runs.filter(({ status }) => status !== 'EGRESS_COMPLETE');
  }

  async open(): Promise<void> {
    const server = createServer((request, response) => {
      void this.#answer(request).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    this.#port = typeof address === 'object' && address !== null ? address.port : 0;
    this.#server = server;
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }

  async #answer(request: IncomingMessage): Promise<{ readonly status: number; readonly body: unknown }> {
    const given: unknown = JSON.parse((await text(request)) || '{}');
    const method = request.url?.split('/').at(-1);
    if (!request.url?.startsWith('/twirp/livekit.Egress/')) return { status: 200, body: {} };
    if (this.refuses) return { status: 412, body: { code: 'failed_precondition', msg: 'egress not connected' } };
    if (method === 'StartWebEgress') return { status: 200, body: this.#start(startSchema.parse(given)) };
    if (method === 'StopEgress') return { status: 200, body: this.#stop(stopSchema.parse(given).egressId) };
    return { status: 200, body: { items: this.active.map(shown) } };
  }

  #start({ url, awaitStartSignal, fileOutputs }: z.infer<typeof startSchema>): unknown {
    const run: FakeRun = {
      egressId: `EG_${this.runs.length + 1}`,
      url,
      filepath: fileOutputs[0]?.filepath ?? '',
      awaitsSignal: awaitStartSignal === true,
      status: 'EGRESS_STARTING',
    };
    this.runs.push(run);
    return shown(run);
  }

  #stop(egressId: string): unknown {
    const run = this.runs.find((one) => one.egressId === egressId);
    if (run !== undefined) run.status = 'EGRESS_COMPLETE';
    return run === undefined ? {} : shown(run);
  }
}

const shown = ({ egressId, status, url, filepath }: FakeRun) => ({
  egressId,
  status,
  web: { url, fileOutputs: [{ filepath }] },
});
