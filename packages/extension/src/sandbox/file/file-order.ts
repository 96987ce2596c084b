/** Orders to the worker that runs importers and exporters, as plain data over a port. */
import type { FieldPath, PlainDate } from '@cyber-prevent/core';
import type { RecordSet } from '@cyber-prevent/core/plugin';

/** A file, and the importer that reads it. */
export interface OfFile {
  readonly importer: string;
  readonly bytes: Uint8Array;
  readonly today: PlainDate;
}

/** Records narrowed to their audience, and the exporter that writes them. */
export interface ToWrite {
  readonly exporter: string;
  readonly set: RecordSet;
  readonly today: PlainDate;
}

export type FileOrder =
  /** Asks which importers and exporters there are. */
  | { readonly kind: 'about' }
  | ({ readonly kind: 'columns' } & OfFile)
  | ({
      readonly kind: 'read';
      /** The field of each column, as the officer said. Absent: as the importer takes them. */
      readonly columns?: readonly (FieldPath | undefined)[];
    } & OfFile)
  | ({ readonly kind: 'write' } & ToWrite);

/** Some of the records to write, sent before their order: all of them at once would be one long task of the page. */
export interface RecordsPart {
  readonly kind: 'records';
  readonly records: RecordSet['records'];
}
