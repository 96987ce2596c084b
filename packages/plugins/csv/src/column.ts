/** The columns of the file: a heading for each field, numbered if a field has several values. */
import {
  FIELD_PATHS,
  type FieldPath,
  type FieldValues,
  fieldOf,
  surePath,
} from '@cyber-prevent/core/plugin';

export interface Column {
  readonly path: FieldPath;
  /** Index of the column's value among those of the path, from 0. */
  readonly place: number;
  readonly heading: string;
}

/** One column for each field, in the order of a review, and as many as the fullest referral needs. */
export function columnsFor(referrals: readonly FieldValues[]): readonly Column[] {
  return FIELD_PATHS.flatMap((path) => {
    const most = Math.max(1, ...referrals.map((values) => values[path]?.length ?? 0));
    return Array.from({ length: most }, (_, place) => ({
      path,
      place,
      heading: place === 0 ? fieldOf(path).label : `${fieldOf(path).label} ${place + 1}`,
    }));
  });
}

const OWN_HEADINGS = new Map(
  FIELD_PATHS.flatMap((path) => [
    [foldedHeading(fieldOf(path).label), path] as const,
    [foldedHeading(path), path] as const,
  ]),
);

/**
 * The field that a heading means: one of our headings, also numbered like `Telephone 2`, or the core's suggestion for
 * such a label on a page. Undefined if the meaning is unclear: a guess would put a person's words in the wrong place.
 */
export function pathOfHeading(heading: string): FieldPath | undefined {
  const whole = foldedHeading(heading);
  const unnumbered = whole.replace(/ ?\d+$/, '');
  return (
    OWN_HEADINGS.get(whole) ??
    OWN_HEADINGS.get(unnumbered) ??
    surePath({ label: heading.trim(), owner: [] }) ??
    surePath({ label: unnumbered, owner: [] })
  );
}

/** The words of a heading, as two are compared. */
export function foldedHeading(heading: string): string {
  return heading.normalize('NFKC').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}
