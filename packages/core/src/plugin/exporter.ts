/** What turns a rendered report, or records, into a file. */
import type { ExportContext, RecordSet, Rendered } from '../report/rendered.js';

export interface Exporter {
  readonly id: string;
  /** Shown where the officer chooses a format. */
  readonly title: string;
  readonly mediaType: string;
  /** Of the file's name, without the dot. */
  readonly extension: string;
  /** What it can write; a view offers it for nothing else. */
  readonly takes: readonly (RecordSet | Rendered)['type'][];
  /**
   * Makes the file's bytes. Whoever calls it has asked for destination, marking and reason, and logs the disclosure.
   *
   * @throws {TypeError} on input that it does not take
   */
  write(input: RecordSet | Rendered, context: ExportContext): Promise<Uint8Array>;
}
