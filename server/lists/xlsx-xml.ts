import { SaxesParser } from 'saxes';
import { FileRefused } from './file-refused.ts';
import { LIMITS } from './reading-limits.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Elements by their names without a prefix. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

export interface XmlReader {
  readonly write: (part: string) => void;
  readonly end: () => void;
}

/** XML as a workbook has it: no types of its own, so that no entity grows, and nothing endless between two signs. */
export function xmlReader(handler: XmlHandler): XmlReader {
  const parser = new SaxesParser();
  let quiet = 0;
  const heard = (): void => void (quiet = 0);
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.on('doctype', () => {
    throw new FileRefused('file-damaged');
  });
  parser.on('opentag', ({ name, attributes }) => {
    heard();
    handler.open(local(name), attributes);
  });
  parser.on('text', (text) => {
    heard();
    handler.text?.(text);
  });
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', ({ name }) => {
    heard();
    handler.close?.(local(name));
  });
  const refusing = (work: () => void): void => {
    try {
      work();
    } catch (cause) {
      throw cause instanceof FileRefused ? cause : new FileRefused('file-damaged');
    }
  };
  return {
    write: (part) => {
      refusing(() => parser.write(part));
      quiet += part.length;
      if (quiet > LIMITS.xmlRun) throw new FileRefused('cell-too-long', { limit: LIMITS.cell });
    },
    end: () => refusing(() => parser.close()),
  };
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
