/** One screen of a record system, described as data: no code of an adapter ever runs. */

import type { FieldPath, ReaderName, Sensitivity } from '../field/field-path.js';
import type { FillKind, FillPath } from '../field/fill-path.js';
import type { DateOrder } from '../read/either-date.js';

/** One way of finding a field's value. A field's locators are tried in order; the first that finds anything wins. */
export type Locator = LabelLocator | SelectorLocator;

export interface LabelLocator {
  /** The label as displayed; case, white space and a trailing colon do not matter. */
  readonly label: string;
  /** A heading, legend or section that must be among the value's owners, compared in the same way. */
  readonly owner?: string;
  readonly read?: ReaderName;
}

export interface SelectorLocator {
  /** CSS selector; ` >>> ` crosses into a shadow root or a child frame. */
  readonly selector: string;
  readonly read?: ReaderName;
  /**
   * The label of the value there, or the words right before it. If other words are next to it, the system has changed:
   * nothing is read there, and the officer is warned. A selector by position is not trusted without it.
   */
  readonly beside?: string;
  /**
   * For a place that may hold anything, such as a caption: `code` accepts only one word with a digit in it, of 5 to 40
   * letters, digits and the marks that references have.
   */
  readonly only?: 'code';
}

/** Something that is always on the screen: a label, a heading, a title, or an element. */
export type Anchor =
  | { readonly label: string; readonly owner?: string }
  | { readonly heading: string }
  | { readonly title: string }
  | { readonly selector: string };

export interface AdapterMatch {
  /** Host names; `*.example.org` matches one or more levels below. Absent: any host. */
  readonly hosts?: readonly string[];
  /** Paths; `*` matches within a segment, `**` across segments. Absent: any path. */
  readonly paths?: readonly string[];
  /** Query parameters that must be there, with `*` in a value as in a path: `{ _task: 'mail' }`. Absent: any query. */
  readonly query?: Readonly<Record<string, string>>;
  readonly anchors: readonly Anchor[];
  /** Share of anchors that must be found, 0 to 1; below it the adapter is not used. Absent: 0.6. */
  readonly threshold?: number;
}

export interface Screen {
  /** Anchors that distinguish this screen from the adapter's others. Absent: always. */
  readonly when?: readonly Anchor[];
  readonly fields: Readonly<Partial<Record<FieldPath, readonly Locator[]>>>;
  /** Tables of records whose rows are several values: the column labels by path. */
  readonly rows?: readonly {
    /** A label or heading of the table, or one of its column headers. */
    readonly table: string;
    readonly columns: Readonly<Partial<Record<FieldPath, string>>>;
    /** Column that holds the platform of an online identifier, if there is one. */
    readonly platform?: string;
    /**
     * `person`: each row is another person, and the officer is asked which one a capture is about; `value`: every row
     * is one more value of the same person. Absent: `person` if a column holds names, or a fact that a person has only
     * one of.
     */
    readonly each?: 'person' | 'value';
    /** Only rows with this value in that column: those whose *Type* is *Mobile*. */
    readonly where?: { readonly column: string; readonly is: string };
  }[];
  /** Labels whose values are never offered: navigation, the officer's own name, another person's. */
  readonly suppress?: readonly LabelLocator[];
  /** Raises the sensitivity of a field on this screen. It can never lower it. */
  readonly sensitivity?: Readonly<Partial<Record<FieldPath, Sensitivity>>>;
}

/** One form of the system that takes values from records. */
export interface FillForm {
  /** Anchors that distinguish this form from the adapter's other pages. Absent: always. */
  readonly when?: readonly Anchor[];
  readonly of: FillKind;
  /** Controls by the path they take. Paths that are not named are matched by reading the form. */
  readonly fields: Readonly<Partial<Record<FillPath, readonly Locator[]>>>;
  /** Names of codes in this system: the text or the value of an option. */
  readonly choices?: Readonly<Partial<Record<FillPath, Readonly<Record<string, string>>>>>;
  /** Letters for the way the form takes a day, `DD/MM/YYYY`. Absent: by the signs on the page. */
  readonly dates?: string;
  /** Labels of controls that are never typed into. */
  readonly suppress?: readonly LabelLocator[];
}

/** A page on which the system shows the reference of what it was given. */
export interface ReferencePage {
  readonly when?: readonly Anchor[];
  readonly of: FillKind;
  readonly reference: readonly Locator[];
}

export interface Adapter {
  /** Location of `adapter.schema.json` for an editor; nothing else reads it. */
  readonly $schema?: string;
  /** Id, `<plugin>/<screen>`. */
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Organisation responsible for it: a force, a supplier, this project. */
  readonly owner: string;
  /** The core releases it was proved with, `>=0.1`. */
  readonly engine: string;
  /** Last civil day on which it may be relied on without being proved again. */
  readonly expires?: string;
  readonly match: AdapterMatch;
  readonly screens: readonly Screen[];
  /** Forms to type into: filling in the system's own forms. */
  readonly fill?: readonly FillForm[];
  readonly references?: readonly ReferencePage[];
  /**
   * Query parameters that identify the record a page shows, `['id']`. They stay in the address that a source keeps, so
   * that it leads back to the record; no other part of a query is kept. A value that is not a plain number or code is
   * not kept.
   */
  readonly link?: { readonly query: readonly string[] };
  /** Day or month first in the dates that the system writes in figures. Absent: each page has to prove it. */
  readonly dates?: DateOrder;
  /** Names of the fixtures that prove it, without suffix. */
  readonly fixtures: readonly string[];
}

/**
 * Everything in an adapter that points at something on a page: anchors, the locators of fields, the places of
 * references.
 */
export function pointersIn({
  match,
  screens,
  fill = [],
  references = [],
}: Adapter): readonly (Anchor | Locator)[] {
  return [
    ...match.anchors,
    ...[...screens, ...fill].flatMap(({ when = [], fields }) => [
      ...when,
      ...Object.values(fields).flat(),
    ]),
    ...references.flatMap(({ when = [], reference }) => [...when, ...reference]),
  ];
}

/** Checks an adapter where it is written; returns it unchanged, keeping its exact type. */
export function defineAdapter<const A extends Adapter>(adapter: A): A {
  return adapter;
}
