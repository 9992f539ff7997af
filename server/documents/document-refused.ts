import type { DocumentUpload } from '../../shared/protocol/technical.ts';

export type DocumentFault = NonNullable<DocumentUpload['reason']>;

/** The document is not taken, and this is why. */
export class DocumentRefused extends Error {
  override readonly name = 'DocumentRefused';
  readonly reason: DocumentFault;

  constructor(reason: DocumentFault, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}
