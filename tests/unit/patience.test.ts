import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patience, waitForFile } from '../../server/transport/http/patience.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function arriving(complete: boolean) {
  const request = {
    complete,
    destroy: vi.fn<() => void>(),
    setTimeout: vi.fn<(ms: number, silent: () => void) => void>(),
  };
  const response = new EventEmitter();
  const next = vi.fn<() => void>();
  patience(request as unknown as Request, response as unknown as Response, next);
  expect(next).toHaveBeenCalledOnce();
  return { request, response };
}

test('[HTP1] a body that is not whole after half a minute is cut', () => {
  const { request } = arriving(false);
  vi.advanceTimersByTime(29_000);
  expect(request.destroy).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(request.destroy).toHaveBeenCalledOnce();
});

test('[HTP1] one that is whole may be answered for as long as it takes', () => {
  const { request } = arriving(true);
  vi.advanceTimersByTime(600_000);
  expect(request.destroy).not.toHaveBeenCalled();
});

test('[HTP2] a file may come for hours, but not in silence', () => {
  const { request } = arriving(false);
  waitForFile(request as unknown as Request);
  vi.advanceTimersByTime(600_000);
  expect(request.destroy).not.toHaveBeenCalled();
  const [call] = request.setTimeout.mock.calls;
  expect(call?.[0]).toBe(30_000);
  call?.[1]();
  expect(request.destroy).toHaveBeenCalledOnce();
});
