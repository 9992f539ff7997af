import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HandbookView } from '../../shared/protocol/handbook.ts';
import { HandbookHall, LIVE_ITEM } from '../support/handbook-hall.ts';
import { Caller, codeOf, startTestServer, type TestServer } from '../support/test-server.ts';
import { unzip } from '../support/unzip.ts';

let server: TestServer;
let hall: HandbookHall;

beforeAll(async () => {
  server = await startTestServer();
  hall = await HandbookHall.open(await Caller.signedIn(server, { seat: 'secretariat' }));
});
afterAll(() => server.stop());

const seat = (wish: Parameters<TestServer['mint']>[0]) =>
  Caller.signedIn(server, { conference: hall.conference.id, ...wish });
const refusalOf = async (answer: Response): Promise<readonly [number, string]> => [answer.status, await codeOf(answer)];
const vote = (place: number, ballotId: string, option: unknown, id: string = randomUUID()) =>
  hall.ask(hall.badge(place), '/vote', { method: 'POST', body: { id, ballotId, option } });

describe('the view', () => {
  test('[HBK1] a badge, or a seat of the conference, reads it; nobody else, and a foreign conference looks like none', async () => {
    expect(await hall.view()).toMatchObject({ title: 'Hội nghị thử', phase: 'live', live: { title: LIVE_ITEM } });
    const path = `/api/handbook/${hall.conference.id}`;
    const viewer = await seat({ seat: 'viewer' });
    expect((await viewer.fetch(path)).status).toBe(200);
    expect(await refusalOf(await hall.ask(null))).toEqual([401, 'signed-out']);
    expect(await refusalOf(await hall.ask('0000000000000000'))).toEqual([404, 'badge-unknown']);
    expect(await refusalOf(await hall.ask('short'))).toEqual([404, 'badge-unknown']);
    const other = await HandbookHall.open(hall.secretariat);
    expect(await refusalOf(await hall.ask(other.badge(0)))).toEqual([404, 'badge-unknown']);
    const stranger = await Caller.signedIn(server, { seat: 'viewer', conference: other.conference.id });
    expect(await refusalOf(await stranger.fetch(path))).toEqual([404, 'conference-unknown']);
  });

  test('[HBK2] is packed once and not sent again while it is the same; a vote that comes in changes nothing of it', async () => {
    const ballotId = await hall.put('open', 'Có thay đổi sổ tay hay không');
    const first = await hall.ask(hall.badge(0));
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('content-encoding')).toBe('gzip');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect((await vote(0, ballotId, 0)).status).toBe(200);
    // A minute may turn meanwhile: then the expected times are others, once.
    const again = await hall.ask(hall.badge(1), '', { headers: { 'if-none-match': etag } });
    expect([200, 304]).toContain(again.status);
    const settled = again.status === 304 ? etag : (again.headers.get('etag') ?? '');
    const third = await hall.ask(hall.badge(1), '', { headers: { 'if-none-match': settled } });
    expect([third.status, await third.text()]).toEqual([304, '']);
    await hall.must({ type: 'closeBallot', ballotId });
    expect((await hall.ask(hall.badge(0), '', { headers: { 'if-none-match': settled } })).status).toBe(200);
  });

  test('[HBK3] a ballot is told of without its counts until it is published, then with its base', async () => {
    const ballotId = await hall.put('open', 'Kết quả chỉ sau khi công bố');
    const ofView = async () => (await hall.view()).ballots.find((one) => one.ballotId === ballotId);
    await vote(0, ballotId, 0);
    await vote(1, ballotId, 1);
    expect(await ofView()).toMatchObject({ stage: 'open', result: null });
    await hall.must({ type: 'closeBallot', ballotId });
    expect(await ofView()).toMatchObject({ stage: 'closed', result: null });
    await hall.must({ type: 'publishBallot', ballotId });
    expect(await ofView()).toMatchObject({
      stage: 'published',
      result: { counts: [1, 1, 0], base: 'present', of: 2, passed: false },
    });
  });
});

describe('what is one’s own', () => {
  test('[HBK4] a badge shows its own delegate and no other; a cookie, even of the secretariat, shows none', async () => {
    expect(await hall.own(1)).toMatchObject({
      fullName: 'Trần Văn Đủ',
      badge: hall.badge(1),
      seat: 'A12',
      bridge: { name: 'Điểm cầu An Giang' },
      present: true,
      feedbackLeft: 5,
    });
    const path = `/api/handbook/${hall.conference.id}/own`;
    expect(await refusalOf(await hall.secretariat.fetch(path))).toEqual([401, 'signed-out']);
  });

  test('[HBK5] a vote counts once, under whatever id it comes again; the same try again is the same answer', async () => {
    const ballotId = await hall.put('secret', 'Một thẻ một lần');
    const id = randomUUID();
    expect((await vote(0, ballotId, 1, id)).status).toBe(200);
    expect(await (await vote(0, ballotId, 1, id)).json()).toEqual({ ok: true });
    expect(await refusalOf(await vote(0, ballotId, 0))).toEqual([409, 'already-voted']);
    expect((await hall.own(0)).voted).toContain(ballotId);
    expect((await hall.own(1)).voted).not.toContain(ballotId);
    await hall.must({ type: 'closeBallot', ballotId });
    await hall.must({ type: 'publishBallot', ballotId });
    const told = (await hall.view()).ballots.find((one) => one.ballotId === ballotId);
    expect(told?.result?.counts).toEqual([0, 1, 0]);
  });

  test('[HBK6] no vote of who is not there, after the closing, of an option that is none, or in somebody’s name', async () => {
    const ballotId = await hall.put('open', 'Ai được biểu quyết');
    expect(await refusalOf(await vote(2, ballotId, 0))).toEqual([409, 'not-there']);
    expect(await refusalOf(await vote(0, ballotId, 3))).toEqual([409, 'option-unknown']);
    for (const option of [6, -1, 1.5, '0', null]) {
      expect(await refusalOf(await vote(0, ballotId, option))).toEqual([400, 'malformed']);
    }
    const { delegateId } = hall.delegate(1);
    const inAnothersName = { id: randomUUID(), ballotId, option: 0, delegateId };
    const answer = await hall.ask(hall.badge(0), '/vote', { method: 'POST', body: inAnothersName });
    expect(await refusalOf(answer)).toEqual([400, 'malformed']);
    await hall.must({ type: 'closeBallot', ballotId });
    expect(await refusalOf(await vote(0, ballotId, 0))).toEqual([409, 'ballot-not-open']);
    expect(await refusalOf(await vote(0, 'khong-co', 0))).toEqual([409, 'ballot-unknown']);
  });

  test('[HBK7] nothing is done by a cookie alone, and nothing by a foreign page that holds a badge', async () => {
    const ballotId = await hall.put('open', 'Trang lạ');
    const body = { id: randomUUID(), ballotId, option: 0 };
    const path = `/api/handbook/${hall.conference.id}/vote`;
    const byCookie = await hall.secretariat.fetch(path, { method: 'POST', body });
    expect(await refusalOf(byCookie)).toEqual([401, 'signed-out']);
    const headers = { origin: 'https://evil.example' };
    const foreign = await hall.ask(hall.badge(0), '/vote', { method: 'POST', body, headers });
    expect(await refusalOf(foreign)).toEqual([403, 'foreign-origin']);
    // The control: the same request from our own page.
    expect((await hall.ask(hall.badge(0), '/vote', { method: 'POST', body })).status).toBe(200);
    await hall.must({ type: 'closeBallot', ballotId });
  });

  test('[HBK8] five notes of a delegate reach the secretariat, and no other delegate', async () => {
    const tell = (text: string) =>
      hall.ask(hall.badge(1), '/feedback', { method: 'POST', body: { id: randomUUID(), text } });
    for (let place = 1; place <= 5; place++) expect((await tell(`GÓP Ý KÍN SỐ ${place}`)).status).toBe(200);
    expect(await refusalOf(await tell('lần thứ sáu'))).toEqual([409, 'too-many-items']);
    expect((await hall.own(1)).feedbackLeft).toBe(0);
    expect(JSON.stringify(await hall.view(0))).not.toContain('GÓP Ý KÍN');
    expect(JSON.stringify(await hall.own(0))).not.toContain('GÓP Ý KÍN');
    expect((await hall.secretariat.snapshot(hall.conference.id, 'staff')).text).toContain('GÓP Ý KÍN SỐ 5');
  });

  test('[HBK9] a secret answer stands beside no badge: not in an answer, not in a log, not in the journal', async () => {
    const ballotId = await hall.put('secret', 'Không lưu liên hệ');
    const answer = await vote(1, ballotId, 2);
    expect(await answer.json()).toEqual({ ok: true });
    expect(JSON.stringify(await hall.own(1))).not.toContain('"option"');
    const logged = await server.logged();
    expect([logged.includes(hall.badge(1)), logged.includes('"option"')]).toEqual([false, false]);
    const { text } = await hall.secretariat.snapshot(hall.conference.id, 'staff');
    expect(text).not.toContain('secretOption');
    await hall.must({ type: 'closeBallot', ballotId });
  });
});

describe('documents', () => {
  test('[HBK10] what was given out to delegates is read by badge; what is bound to a circle stays in no browser', async () => {
    const open = await hall.release('Báo cáo tổng kết');
    const bound = await hall.release('Báo cáo nội bộ', { circulation: 'Lưu hành nội bộ' });
    const marked = await hall.release('Dự thảo nghị quyết', { watermark: true });
    const { documents } = await hall.view();
    const keeps = documents.map(({ documentId, keeps: kept }) => [documentId, kept]);
    expect(keeps).toEqual([
      [open, true],
      [bound, false],
      [marked, false],
    ]);
    const pageOf = async (id: string) => {
      const answer = await hall.ask(hall.badge(0), `/documents/${id}/pages/1`);
      return [answer.status, answer.headers.get('cache-control')?.includes('no-store')];
    };
    expect(await pageOf(open)).toEqual([200, false]);
    expect(await pageOf(bound)).toEqual([200, true]);
    expect(await pageOf(marked)).toEqual([200, true]);
    expect(await refusalOf(await hall.ask(hall.badge(0), `/documents/${marked}/file`))).toEqual([403, 'watermarked']);
    expect(await refusalOf(await hall.ask(null, `/documents/${open}/pages/1`))).toEqual([401, 'signed-out']);
    const strange = await hall.ask(hall.badge(0), '/documents/khong-co/pages/1');
    expect(await refusalOf(strange)).toEqual([404, 'document-unknown']);
    await hall.must({ type: 'withdrawDocument', documentId: open });
    const gone = await hall.ask(hall.badge(0), `/documents/${open}/pages/1`);
    expect(await refusalOf(gone)).toEqual([404, 'document-unknown']);
  }, 120_000);

  test('[HBK11] the export for the national application holds programme, notices and free documents, for the staff alone', async () => {
    const free = await hall.release('Chương trình công tác năm');
    await hall.must({ type: 'announceDelay', delayMs: 15 * 60_000 });
    const path = `/api/conferences/${hall.conference.id}/handbook-export`;
    const answer = await hall.secretariat.fetch(path);
    expect(answer.headers.get('content-type')).toContain('application/zip');
    const files = unzip(Buffer.from(await answer.arrayBuffer()));
    const index = JSON.parse(files.get('muc-luc.json') ?? '{}');
    expect(index).toMatchObject({ title: 'Hội nghị thử', link: `${server.origin}/s/${hall.conference.id}` });
    const paths = new Map<string, string | null>(
      index.documents.map((one: { title: string; path: string | null }) => [one.title, one.path]),
    );
    expect(paths.get('Dự thảo nghị quyết')).toBeNull();
    expect(paths.get('Báo cáo nội bộ')).toBeNull();
    expect(files.get(paths.get('Chương trình công tác năm') ?? '')?.startsWith('%PDF-1.7')).toBe(true);
    expect(files.get('chuong-trinh.html')).toContain(LIVE_ITEM);
    expect(files.get('muc-luc.html')).toContain(`href="${server.origin}/s/${hall.conference.id}"`);
    expect(files.get('thong-bao/01.txt')).toContain('15 phút');
    expect((await (await seat({ seat: 'viewer' })).fetch(path)).status).toBe(403);
    await hall.must({ type: 'withdrawDocument', documentId: free });
    await hall.must({ type: 'revokeDelay' });
  }, 120_000);
});

describe('the door', () => {
  test('[HBK12] a delegate who was taken off the list is nobody, at once for what is done and shortly for what is read', async () => {
    const other = await HandbookHall.open(hall.secretariat);
    const { delegateId } = other.delegate(2);
    expect((await other.ask(other.badge(2), '/own')).status).toBe(200);
    await other.must({ type: 'removeDelegate', bridgeId: other.conference.anGiang, delegateId });
    expect(await refusalOf(await other.ask(other.badge(2), '/own'))).toEqual([404, 'badge-unknown']);
    expect(await refusalOf(await other.ask(other.badge(2)))).toEqual([404, 'badge-unknown']);
  });

  test('[HBK13] in a classified session it says that and when, and nothing else: no title, no paper, no vote, no copy', async () => {
    const other = await HandbookHall.open(hall.secretariat);
    const paper = await other.release('Báo cáo');
    await other.must({ type: 'beginClassified' });
    const answer = await other.ask(other.badge(0));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const view = (await answer.json()) as HandbookView;
    expect(view).toMatchObject({ live: null, programme: [], documents: [], ballots: [], floor: null, notices: [] });
    expect(view.classified?.until).toBeTypeOf('number');
    expect(JSON.stringify(view)).not.toContain(LIVE_ITEM);
    const page = await other.ask(other.badge(0), `/documents/${paper}/pages/1`);
    expect(await refusalOf(page)).toEqual([403, 'classified']);
    const note = { method: 'POST', body: { id: randomUUID(), text: 'một ý' } };
    expect(await refusalOf(await other.ask(other.badge(0), '/feedback', note))).toEqual([403, 'classified']);
    const path = `/api/conferences/${other.conference.id}/handbook-export`;
    expect(await refusalOf(await other.secretariat.fetch(path))).toEqual([403, 'classified']);
    await other.must({ type: 'endClassified' });
    expect((await other.view()).programme).toHaveLength(2);
  }, 120_000);

  test('[HBK15] the page is served at /s/ without camera and microphone, packed, with the policy of every other page', async () => {
    const page = await fetch(`${server.origin}/s/${hall.conference.id}`);
    expect(page.status).toBe(200);
    expect(page.headers.get('permissions-policy')).toMatch(/camera=\(\), microphone=\(\)/u);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const script = /src="(\/assets\/handbook-[\w-]+\.js)"/u.exec(await page.text())?.[1] ?? '';
    const kept = readFileSync(join('dist/client', script));
    for (const [encoding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const raw = await rawly(`${server.origin}${script}`, encoding);
      expect([encoding, raw.encoding]).toEqual([encoding, encoding]);
      expect(unpack(raw.bytes).equals(kept)).toBe(true);
    }
    const plain = await rawly(`${server.origin}${script}`, 'identity');
    expect(plain.bytes.equals(kept)).toBe(true);
    expect((await fetch(`${server.origin}/assets/..%2findex.html`)).status).toBe(404);
    expect(readdirSync('dist/client')).toContain('handbook-worker.js');
  });

  test('[HBK16] whoever guesses badges waits after thirty tries, with a right one too that was not in before', async () => {
    const guessed = await startTestServer();
    try {
      const other = await HandbookHall.open(await Caller.signedIn(guessed, { seat: 'secretariat' }));
      for (let place = 0; place < 30; place++) {
        const wrong = `${other.badge(0).slice(0, -2)}${String(place).padStart(2, '0')}`;
        if (wrong !== other.badge(0)) await other.ask(wrong, '/own');
      }
      await other.ask('0000000000000000', '/own');
      expect(await refusalOf(await other.ask(other.badge(1), '/own'))).toEqual([429, 'too-many-tries']);
    } finally {
      await guessed.stop();
    }
  });

  test('[HBK17] one badge does not vote in a rage: thirty presses a minute, and the others go on', async () => {
    const other = await HandbookHall.open(hall.secretariat);
    const press = (place: number) =>
      other.ask(other.badge(place), '/feedback', { method: 'POST', body: { id: randomUUID(), text: 'một ý' } });
    const codes = new Set<number>();
    for (let tries = 0; tries < 31; tries++) codes.add((await press(0)).status);
    expect(codes).toEqual(new Set([200, 409, 429]));
    expect((await press(1)).status).toBe(200);
  });
});

/** As it came over the line. */
async function rawly(
  url: string,
  encoding: string,
): Promise<{ readonly bytes: Buffer; readonly encoding: string | undefined }> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encoding } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ bytes: Buffer.concat(parts), encoding: answer.headers['content-encoding'] }));
    }).on('error', reject);
  });
}
