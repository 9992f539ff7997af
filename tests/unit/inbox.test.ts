import { expect, test } from 'vitest';
import { Inbox } from '../../client/sync/inbox.ts';

test('[DLV15] what comes while a state is unpacked waits for it; alone it is taken at once', async () => {
  const taken: string[] = [];
  const inbox = new Inbox(() => taken.push('fault'));
  inbox.take(() => taken.push('before'));
  expect(taken).toEqual(['before']);
  const slow = new Promise<string>((resolve) => setTimeout(() => resolve('state'), 20));
  inbox.takeWhenReady(slow, (state) => taken.push(state));
  inbox.take(() => taken.push('after'));
  inbox.takeWhenReady(Promise.resolve('second state'), (state) => taken.push(state));
  expect(taken).toEqual(['before']);
  await inbox.settled();
  inbox.take(() => taken.push('last'));
  expect(taken).toEqual(['before', 'state', 'after', 'second state', 'last']);
});

test('[DLV15] bytes that cannot be unpacked are told, and hold nothing up', async () => {
  const taken: string[] = [];
  const inbox = new Inbox(() => taken.push('fault'));
  inbox.takeWhenReady(Promise.reject(new Error('not gzip')), () => taken.push('never'));
  inbox.take(() => taken.push('after'));
  await inbox.settled();
  expect(taken).toEqual(['fault', 'after']);
});
