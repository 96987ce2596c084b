/** Output of reporting: a rendered report, or records to write unchanged, and the context for a file writer. */
import type { Root } from 'mdast';
import type { CodeLists } from '../codes/code-list.js';
import type { RecordKind, RecordOf } from '../record/kind.js';
import type { Marking } from '../record/marking.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import type { ConfirmedField, DisclosedHandling } from '../store/log/revision.js';
import type { Withheld } from './audience.js';
import type { LeftOut } from './left-out.js';

/** One report, ready to be shown or written. All forms have the same content: each is made from the tree. */
export interface Rendered {
  readonly type: 'rendered';
  /** The template's id. */
  readonly id: string;
  /** The template's title: constant, so that it may be used in a file name or a window title. */
  readonly title: string;
  readonly marking: Marking;
  /** The audience it was written for, a code of `export-destination`. */
  readonly audience: string;
  /**
   * Values that are stored and that the template asked for, but that are withheld from the audience; never the values
   * themselves.
   */
  readonly withheld: readonly Withheld[];
  /** Values in it whose words an officer had to confirm for it: for the log of its disclosure, and never the words. */
  readonly confirmed: readonly ConfirmedField[];
  /**
   * The records that the document contains, each at least in part: for the log of its disclosure. Like `leftOut`, empty if
   * the case file does not list what is on record, as one from `caseFile` does.
   */
  readonly records: readonly RecordId[];
  /** The conditions of what it contains, for the log of its disclosure. */
  readonly handling: DisclosedHandling;
  /** The sentences about conditions that are printed on it. */
  readonly conditions: readonly string[];
  /** A sentence for the officer about each value that its conditions keep out of it. */
  readonly stopped: readonly string[];
  /** Records about the person that are not in the document: by the template, or withheld from the audience. */
  readonly leftOut: readonly LeftOut[];
  /** False if the matter of the document is withheld from the audience: only a name, or half a truth, would be left. */
  readonly isForAudience: boolean;
  /** The report as a Markdown tree: stored values are in text nodes only. */
  readonly mdast: Root;
  readonly markdown: string;
  /** Sanitised content of a page; see `toHtmlDocument` for the whole page. */
  readonly html: string;
}

/** Members that a record narrowed to an audience always has: its own id, its person, and its lists, which may be empty. */
type Kept<T> = {
  [M in keyof T]-?: M extends 'id' | 'subjectId' ? M : T[M] extends readonly unknown[] ? M : never;
}[keyof T];

/** A record as an exporter gets it: a value that is withheld from the audience is absent, even one that its kind requires. */
export type GivenRecord<K extends RecordKind> = Partial<RecordOf<K>> &
  Pick<RecordOf<K>, Kept<RecordOf<K>>> &
  // A record about nobody goes to nobody.
  (K extends 'onlineIdentifier' ? { readonly subjectId: RecordId } : unknown);

/** Records by kind, for an exporter that writes rows. */
export interface RecordSet {
  readonly type: 'records';
  readonly marking: Marking;
  readonly records: { readonly [K in RecordKind]?: readonly GivenRecord<K>[] };
}

/** The context for an exporter, besides its input. The caller logs the disclosure itself. */
export interface ExportContext {
  readonly lists: CodeLists;
  readonly today: PlainDate;
  /** Called now and then while a long file is written. */
  readonly progress?: (done: number, of: number) => void;
}
