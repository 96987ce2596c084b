/** Everything that a layout draws a page from, and what it says of the page that it drew. */
import type { FieldName, GroupName } from './label-set.ts';
import { broken, each, esc } from './markup.ts';
import type { Random } from './random.ts';
import type { FictionalRecord } from './record.ts';
import type { Row } from './rows.ts';

export interface Group {
  readonly name: GroupName;
  readonly heading: string;
  readonly rows: readonly Row[];
}

export interface Scene {
  readonly record: FictionalRecord;
  /** All rows in order, and the same by the person or matter they are about. */
  readonly rows: readonly Row[];
  readonly groups: readonly Group[];
  /** The subject's plain name, and the facts of the record's other young person under the same labels. */
  readonly name: string;
  /** The subject's name as this page writes it. */
  readonly shownName: string;
  readonly otherName: string;
  readonly otherRows: readonly Row[];
  readonly random: Random;
  /** A name that no other element of the page has. */
  readonly id: (stem: string) => string;
  /** The label as markup, with a colon where this page writes one. */
  readonly l: (row: Pick<Row, 'label'>) => string;
  /** The value as markup. */
  readonly v: (row: Row) => string;
}

export interface Drawn {
  readonly html: string;
  readonly style?: string;
  /** Labels and values of the record that are on screen beside the scene's rows. */
  readonly labels?: readonly (readonly [label: string, value: string])[];
  /** Rows among the scene's that are on the page without a label of their own. */
  readonly unlabelled?: readonly FieldName[];
  /** The label of a row as this page displays it, if that is more than the row's own. */
  readonly labelOf?: (row: Row) => string;
  /** Values of the page that are not the subject's and not in the record, each with its reason. */
  readonly distractors?: readonly Distractor[];
  /** True if facts of the other young person are on the page, on screen or not. */
  readonly hasOther?: boolean;
}

export interface Distractor {
  readonly value: string;
  readonly why: string;
  /** True if it is a fact about somebody. */
  readonly isPersons: boolean;
}

export interface Layout {
  readonly name: string;
  /** True if each value is in one line. */
  readonly isOneLine?: true;
  /** True if days are written as ISO, as the value of a date box is. */
  readonly hasIsoDays?: true;
  /** Rows that it can show; all unless said. */
  readonly shows?: (row: Row) => boolean;
  readonly draw: (scene: Scene) => string | Drawn;
}

/** The rows of each group under its heading. */
export function sections(
  { groups }: Scene,
  draw: (rows: readonly Row[], group: Group) => string,
  heading: (text: string) => string = (text) => `<h2>${text}</h2>`,
): string {
  return each(
    groups,
    (group) => `<section>${heading(esc(group.heading))}${draw(group.rows, group)}</section>`,
  );
}

/** Each row drawn alone, under the heading of its group. */
export function rowByRow(
  scene: Scene,
  draw: (row: Row, nth: number) => string,
  heading?: (text: string) => string,
): string {
  return sections(scene, (rows) => each(rows, draw), heading);
}

export function valueMarkup({ value, notKnown }: Row): string {
  return notKnown?.markup ?? broken(value);
}

/** Labels and values of the other young person's facts. */
export function otherLabels({ otherRows }: Scene): readonly (readonly [string, string])[] {
  return otherRows.map(({ label, value }) => [label, value]);
}
