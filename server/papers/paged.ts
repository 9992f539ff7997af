import { setImmediate } from 'node:timers/promises';

const PAGE = 500;

/** Rows that are all at hand, made page by page; between two pages the server answers others. */
export async function* paged<T, R>(values: readonly T[], rowsOf: (value: T, index: number) => readonly R[]) {
  for (let at = 0; at < values.length; at += PAGE) {
    yield values.slice(at, at + PAGE).flatMap((value, index) => rowsOf(value, at + index));
    await setImmediate();
  }
}
