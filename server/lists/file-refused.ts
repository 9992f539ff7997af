import type { FileFault } from '../../shared/protocol/list-import.ts';

export type FaultParams = Readonly<Record<string, string | number>>;

/** The whole file is not taken, and this is why. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: FileFault;
  readonly params: FaultParams;

  constructor(code: FileFault, params: FaultParams = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
