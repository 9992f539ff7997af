import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paperPdf } from '../../server/papers/paper-pdf.ts';
import { PaperPrinting } from '../../server/papers/paper-printing.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import type { Command } from '../../shared/domain/command.ts';
import { PAPER_KINDS, type Paper } from '../../shared/views/papers/paper.ts';
import { docxText, pdfText } from '../support/office-tools.ts';
import { bridgeAppendix, samplePaper } from '../support/sample-papers.ts';
import {
  Caller,
  codeOf,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;

const must = async (command: Command): Promise<void> => {
  expect(await secretariat.command(conference.id, command)).toMatchObject({ ok: true });
};
const ask = (caller: Caller, paper: string): Promise<Response> =>
  caller.fetch(`/api/conferences/${conference.id}/papers/${paper}`);
const fileOf = async (paper: string): Promise<Buffer> => {
  const response = await ask(secretariat, paper);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};
const previewOf = async (kind: string): Promise<Paper & { format: { verified: boolean } }> =>
  (await (await ask(secretariat, kind)).json()) as Paper & { format: { verified: boolean } };

const HEAD = {
  profile: 'party',
  parentBody: null,
  issuer: 'Ban Tổ chức Tỉnh ủy',
  number: '05',
  sign: 'BTCTU',
  place: 'An Giang',
  venue: null,
  withPlaceDate: true,
  recipients: ['Lưu Văn phòng.'],
  signer: 'chair',
} as const;
const assign = (text: string): Command => ({
  type: 'assignTask',
  task: { text, assignees: ['Các ban'], deadline: null, assigner: null },
});

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
  await must({ type: 'writePaperHead', head: { ...HEAD, recipients: [...HEAD.recipients] } });
  await must(assign('Nhiệm vụ trước khi ký'));
  await must({
    type: 'registerDelegates',
    bridgeId: conference.anGiang,
    delegates: [delegate('Lê Thị Ẩm Ưu'), delegate('Phạm Vắng')],
  });
});
afterAll(() => server.stop());

const delegate = (fullName: string) => ({
  fullName,
  positions: ['Trưởng ban'],
  category: 'Chính thức',
  homeUnit: 'Tỉnh An Giang',
  delegation: 'Đoàn An Giang',
  role: null,
  seat: null,
  number: null,
});

describe('papers over HTTP', () => {
  test('[FMT13] each kind is given as DOCX, PDF and text, with a name of its own and the hash of its data', async () => {
    const names = new Set<string>();
    for (const kind of PAPER_KINDS) {
      for (const format of ['docx', 'pdf', 'txt']) {
        const response = await ask(secretariat, `${kind}.${format}`);
        expect([kind, format, response.status]).toEqual([kind, format, 200]);
        const disposition = response.headers.get('content-disposition') ?? '';
        expect(disposition).toContain(`filename="${kind}.${format}"`);
        names.add(/filename\*=UTF-8''(\S+)/u.exec(disposition)?.[1] ?? '');
        expect(response.headers.get('x-paper-hash')).toMatch(/^[0-9a-f]{64}$/u);
        expect(response.headers.get('cache-control')).toBe('no-store');
        const content = Buffer.from(await response.arrayBuffer());
        const beginning = { docx: 'PK', pdf: '%PDF', txt: '' }[format] ?? '';
        expect(content.subarray(0, 8).toString('latin1').startsWith(beginning)).toBe(true);
      }
    }
    expect(names.size).toBe(PAPER_KINDS.length * 3);
    expect(decodeURIComponent([...names][0] ?? '')).toBe('Biên bản 2026-11-22.docx');
  });

  test('[FMT14] the preview is the paper itself, and says that the layout of the Party is not verified', async () => {
    const paper = await previewOf('minutes');
    expect(paper.format).toEqual({ verified: false });
    expect(paper).toMatchObject({ kind: 'minutes', profile: 'party', provenance: { draft: true } });
    await must({ type: 'writePaperHead', head: { ...HEAD, profile: 'state', recipients: [] } });
    expect((await previewOf('minutes')).format).toEqual({ verified: true });
    await must({ type: 'writePaperHead', head: { ...HEAD, recipients: [...HEAD.recipients] } });
  });

  test('[FMT15] the hash is that of the last line that the paper tells of, as the journal has it', async () => {
    const { provenance } = await previewOf('minutes');
    const { seq } = await secretariat.snapshot(conference.id, 'staff');
    expect(provenance.position).toBe(seq);
    const store = await openSqliteStore(`${server.dataDir}/journal.sqlite`);
    expect(await store.journal.hashAt(conference.id, seq)).toBe(provenance.hash);
    expect(await store.journal.hashAt(conference.id, seq - 1)).not.toBe(provenance.hash);
    expect(await store.journal.hashAt(conference.id, seq + 1)).toBeNull();
    await store.close();
    expect(await createMemoryJournal().hashAt(conference.id, 1)).toBeNull();
    const response = await ask(secretariat, 'minutes.pdf');
    expect(response.headers.get('x-paper-hash')).toBe(provenance.hash);
  });

  test('[FMT16] papers are for the staff; what is no paper is not found', async () => {
    for (const seat of ['moderator', 'chair', 'secretary', 'announcer'] as const) {
      const staff = await Caller.signedIn(server, { seat, conference: conference.id });
      expect((await ask(staff, 'minutes.txt')).status).toBe(200);
    }
    for (const seat of ['wall', 'viewer'] as const) {
      const other = await Caller.signedIn(server, { seat, conference: conference.id });
      for (const paper of ['minutes', 'minutes.docx', 'news.txt']) expect((await ask(other, paper)).status).toBe(403);
    }
    const operator = await Caller.signedIn(server, {
      seat: 'operator',
      conference: conference.id,
      bridgeId: conference.anGiang,
    });
    expect((await ask(operator, 'minutes.pdf')).status).toBe(403);
    expect((await ask(new Caller(server.origin), 'minutes')).status).toBe(401);
    const unknown = await ask(secretariat, 'minutes.odt');
    expect([unknown.status, await codeOf(unknown)]).toEqual([404, 'unknown-address']);
    const foreign = await createSmallConference(secretariat);
    const stranger = await Caller.signedIn(server, { seat: 'moderator', conference: foreign.id });
    expect((await ask(stranger, 'minutes.pdf')).status).toBe(404);
  });

  test('[FMT17] in a classified session no paper is given, and afterwards again', async () => {
    await must({ type: 'beginClassified' });
    for (const paper of ['minutes', 'minutes.docx', 'minutes.pdf', 'news.txt']) {
      const response = await ask(secretariat, paper);
      expect([response.status, await codeOf(response)]).toEqual([403, 'classified']);
    }
    await must({ type: 'endClassified' });
    expect((await ask(secretariat, 'minutes.pdf')).status).toBe(200);
  });

  test('[FMT18] who is absent stands in the minutes by name, with the reason', async () => {
    const delegateId = /"delegateId":"([^"]+)"/u.exec(
      await (await secretariat.fetch(`/api/conferences/${conference.id}/delegates?q=Vang`)).text(),
    )?.[1];
    await must({
      type: 'markDelegateAbsent',
      bridgeId: conference.anGiang,
      delegateId: delegateId as never,
      excused: true,
      reason: 'Đi công tác',
    });
    const text = (await pdfText(await fileOf('minutes.pdf'))).replaceAll(/\s+/gu, ' ');
    expect(text).toContain('Phạm Vắng');
    expect(text).toContain('ông tác');
    expect(text).toContain('vắng mặt: 01 đại biểu');
  });

  test('[FMT19] signed minutes stay as they were signed, while tasks go on', async () => {
    await must({ type: 'openConference' });
    await must({ type: 'closeConference' });
    expect((await previewOf('minutes')).provenance.draft).toBe(true);
    await must({ type: 'signMinutes' });
    const signed = await previewOf('minutes');
    expect(signed.provenance).toMatchObject({ draft: false, version: '1' });
    await must(assign('Nhiệm vụ giao sau khi ký'));
    const again = await previewOf('minutes');
    expect({ ...again, provenance: { ...again.provenance, madeAt: 0 } }).toEqual({
      ...signed,
      provenance: { ...signed.provenance, madeAt: 0 },
    });
    expect(docxText(await fileOf('minutes.docx'))).toContain('Nhiệm vụ trước khi ký');
    expect(docxText(await fileOf('minutes.docx'))).not.toContain('sau khi ký');
    expect(docxText(await fileOf('followUp.docx'))).toContain('Nhiệm vụ giao sau khi ký');
    // The control: reopened, it tells of what has happened since.
    await must({ type: 'reopenMinutes', reason: 'Bổ sung nhiệm vụ' });
    expect(docxText(await fileOf('minutes.docx'))).toContain('Nhiệm vụ giao sau khi ký');
    expect((await previewOf('minutes')).provenance).toMatchObject({ draft: true, version: '2' });
  });
});

describe('printing', () => {
  const big = samplePaper('party', { appendices: [bridgeAppendix(2_126), bridgeAppendix(500)] });

  /** The longest time in which nothing else could happen. */
  async function longestHold(act: () => Promise<unknown>): Promise<number> {
    let [before, longest] = [performance.now(), 0];
    const look = (): void => {
      const now = performance.now();
      longest = Math.max(longest, now - before);
      before = now;
    };
    const ticking = setInterval(look, 2);
    await act();
    look();
    clearInterval(ticking);
    return longest;
  }

  test('[FMT20] an appendix of two thousand halls is drawn beside the server, which goes on', async () => {
    const printing = new PaperPrinting();
    await printing.print(samplePaper('party'), 'pdf', '2026-11-22');
    const held = await longestHold(() => printing.print(big, 'pdf', '2026-11-22'));
    const heldByDocx = await longestHold(() => printing.print(big, 'docx', '2026-11-22'));
    const inline = await longestHold(() => paperPdf(big));
    await printing.close();
    expect(held).toBeLessThan(inline / 2);
    expect(heldByDocx).toBeLessThan(inline / 2);
  }, 60_000);

  test('[FMT21] a paper that cannot be drawn fails alone; when too many wait the next is refused', async () => {
    const printing = new PaperPrinting({ waiting: 2 });
    const broken = samplePaper('party', { blocks: [{ kind: 'paragraph', spans: null } as never] });
    const asked = [broken, samplePaper('party'), samplePaper('state'), samplePaper('state')].map((paper) =>
      printing.print(paper, 'pdf', '2026-11-22'),
    );
    const outcomes = await Promise.allSettled(asked);
    expect(
      outcomes.map((one) => (one.status === 'rejected' ? 'failed' : one.value === null ? 'refused' : 'printed')),
    ).toEqual(['failed', 'printed', 'printed', 'refused']);
    await printing.close();
  }, 60_000);

  test('[FMT22] a worker that hangs is ended, and the next paper gets another', async () => {
    const printing = new PaperPrinting({ jobMs: 1 });
    await expect(printing.print(big, 'pdf', '2026-11-22')).rejects.toThrow('takes too long');
    await printing.close();
    const patient = new PaperPrinting({ idleMs: 1 });
    expect(await patient.print(samplePaper('party'), 'pdf', '2026-11-22')).not.toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await patient.print(samplePaper('party'), 'pdf', '2026-11-22')).not.toBeNull();
    await patient.close();
  }, 60_000);
});
