/** A writer that turns a rendered report, or records, into a file. */
import type { ExportContext, RecordSet, Rendered } from '../report/rendered.js';
import type { Issue } from '../shared/issue.js';

export interface Exporter {
  readonly id: string;
  /** Title, shown where the officer chooses a format. */
  readonly title: string;
  readonly mediaType: string;
  /** Ending of the file's name, without the dot. */
  readonly extension: string;
  /** The input it can write; a view offers it for nothing else. */
  readonly takes: readonly (RecordSet | Rendered)['type'][];
  /**
   * Makes the file's bytes. The caller has already asked for destination, marking and reason, and logs the disclosure.
   *
   * @throws {TypeError} on input that it does not take
   */
  write(input: RecordSet | Rendered, context: ExportContext): Promise<Uint8Array>;
  /**
   * Parts of the input that the file would leave out, and why. Shown before it is written, so that nobody takes the
   * file for the whole. Absent: the file holds all of it.
   *
   * @returns warnings, each a sentence; none where nothing is left out
   * @throws {TypeError} on input that it does not take
   */
  leftOut?(input: RecordSet | Rendered, context: ExportContext): readonly Issue[];
}
