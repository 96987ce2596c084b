/** Orders to the worker that runs importers, as plain data over a port. */
import type { FieldPath, PlainDate } from '@cyber-prevent/core';

/** A file, and the importer that reads it. */
export interface OfFile {
  readonly importer: string;
  readonly bytes: Uint8Array;
  readonly today: PlainDate;
}

export type FileOrder =
  /** Asks which importers there are. */
  | { readonly kind: 'about' }
  | ({ readonly kind: 'columns' } & OfFile)
  | ({
      readonly kind: 'read';
      /** The field of each column, as the officer said. Absent: as the importer takes them. */
      readonly columns?: readonly (FieldPath | undefined)[];
    } & OfFile);
