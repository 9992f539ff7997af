import { createHash } from 'node:crypto';

const LENGTH = 12;

/**
 * A short running check beside each line of a list, so that a changed line can be named. What proves that nothing was
 * changed is the hash of the whole file in the signed manifest.
 */
export class RunningCheck {
  #last = '';

  constructor(last = '') {
    this.#last = last;
  }

  next(content: string): string {
    this.#last = createHash('sha256').update(this.#last).update(content).digest('hex').slice(0, LENGTH);
    return this.#last;
  }
}

/** A line whose last field is the check of what stands before it. */
export function checkedLine(fields: Readonly<Record<string, unknown>>, check: RunningCheck): string {
  const content = JSON.stringify(fields);
  return `${content.slice(0, -1)},"check":"${check.next(content)}"}\n`;
}

const CHECKED = /^(\{.*),"check":"([0-9a-f]{12})"\}$/su;

/** The fields as text; null: the line is not the one that was written after those before it. */
export function contentOfChecked(line: string, check: RunningCheck): string | null {
  const [, content, said] = CHECKED.exec(line) ?? [];
  if (content === undefined) return null;
  return check.next(`${content}}`) === said ? `${content}}` : null;
}
