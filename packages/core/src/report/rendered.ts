/** What reporting hands on: a rendered report, or records to write as they are, and what a file writer is told. */
import type { Root } from 'mdast';
import type { CodeLists } from '../codes/code-list.js';
import type { RecordKind, RecordOf } from '../record/kind.js';
import type { Marking } from '../record/marking.js';
import type { PlainDate } from '../shared/primitives.js';
import type { Withheld } from './audience.js';

/** One report, ready to be shown or written. The forms say the same: each is made from the tree. */
export interface Rendered {
  readonly type: 'rendered';
  /** The template's id. */
  readonly id: string;
  /** The template's title: constant, so that it may stand in a file name or a window title. */
  readonly title: string;
  readonly marking: Marking;
  /** Who it was written for, a code of `export-destination`. */
  readonly audience: string;
  /** What is on record, was asked for by the template, and does not go to the audience; never its value. */
  readonly withheld: readonly Withheld[];
  /** False where what the document is about does not go to the audience: it would be a name, or half a truth. */
  readonly isForAudience: boolean;
  /** The report as a Markdown tree: what was on record is in text nodes only. */
  readonly mdast: Root;
  readonly markdown: string;
  /** Sanitised; the content of a page, see `toHtmlDocument` for the page. */
  readonly html: string;
}

/** Records by kind, for an exporter that writes rows. */
export interface RecordSet {
  readonly type: 'records';
  readonly marking: Marking;
  readonly records: { readonly [K in RecordKind]?: readonly RecordOf<K>[] };
}

/** What an exporter is told beside its input. The disclosure itself is logged by whoever calls it. */
export interface ExportContext {
  readonly lists: CodeLists;
  readonly today: PlainDate;
}
