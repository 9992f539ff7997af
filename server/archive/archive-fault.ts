/** Why an archive is not what its signer gave out. Words for each stand in fault-words.ts. */
export type FaultCode =
  | 'not-there'
  | 'no-archive'
  | 'file-missing'
  | 'file-foreign'
  | 'file-changed'
  | 'file-shorter'
  | 'file-longer'
  | 'signature-wrong'
  | 'key-foreign'
  | 'format-newer'
  | 'chain-broken'
  | 'chain-ends-elsewhere'
  | 'event-unknown'
  | 'list-changed'
  | 'people-differ'
  | 'delegates-differ'
  | 'state-differs';

export interface ArchiveFault {
  readonly code: FaultCode;
  readonly file: string | null;
  /** The first line that is not as it was; null: the file has no lines, or only its end is at fault. */
  readonly line: number | null;
  readonly detail: string | null;
}

export const fault = (code: FaultCode, file: string | null = null, more: Partial<ArchiveFault> = {}): ArchiveFault => ({
  code,
  file,
  line: null,
  detail: null,
  ...more,
});

/** Thrown where the checking stops; the caller hands the fault on as its verdict. */
export class ArchiveFaultError extends Error {
  override readonly name = 'ArchiveFaultError';
  readonly fault: ArchiveFault;

  constructor(found: ArchiveFault, options?: ErrorOptions) {
    super(`${found.code} ${found.file ?? ''} ${found.line ?? ''}`.trim(), options);
    this.fault = found;
  }
}
