/** Place that was pointed at, found again on the page: the reading's value, and the element that holds it. */
import type { LabelledValue } from '../../page/reading.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import { type FoundPlace, findPlace } from '../adapter/find-place.js';
import { shownText } from '../adapter/shown-text.js';
import { type FieldPath, fieldOf, type ReaderName } from '../field/field-path.js';
import type { Pointed, TaughtPage, TaughtPlace, TaughtValue } from './taught.js';
import { isTextBox } from './teach-box.js';

export interface Target {
  readonly path: FieldPath;
  readonly read: ReaderName | undefined;
  /** The reading's value; absent if it gave the place no label. */
  readonly value: LabelledValue | undefined;
  readonly found: FoundPlace | undefined;
  /** Text that was pointed at, as it is. */
  readonly text: string;
  /** For a cell: `person` if each row of its table is another person. */
  readonly each?: 'person' | 'value';
  /** For a cell: the cell of its row that chooses the rows. */
  readonly where?: LabelledValue;
}

export function targetOf(taught: TaughtValue, page: TaughtPage): Result<Target> {
  const { path, read, each } = taught;
  const pointed = pointedAt(taught, page);
  const where = page.reading.values.find(({ id }) => id === taught.where);
  if (!pointed || (taught.where !== undefined && !where)) return failed(notFound(path));
  return passed({
    path,
    read,
    ...pointed,
    ...(each === undefined ? {} : { each }),
    ...(where === undefined ? {} : { where }),
  });
}

/** @returns undefined where there is no such value or place */
export function pointedAt(
  pointed: Pointed,
  { reading, snapshot }: TaughtPage,
): Pick<Target, 'value' | 'found' | 'text'> | undefined {
  if ('valueId' in pointed) {
    const value = reading.values.find(({ id }) => id === pointed.valueId);
    if (!value) return undefined;
    const { frame, selector } = value.place;
    return {
      value,
      found: findPlace(snapshot, { frame, selector, text: value.value }),
      text: value.value,
    };
  }
  const { frame, selector, text } = pointed.place;
  const found = findPlace(snapshot, { frame, selector, text: text ?? '' });
  if (!found) return undefined;
  const shown = text ?? shownText(found.element);
  // A box that is empty on this copy can be named for the records on which it is filled.
  const isEmptyBox = shown === '' && isTextBox(found.element, { reading, snapshot });
  if ((shown === '' && !isEmptyBox) || (text !== undefined && !found.isThere)) return undefined;
  if (isEmptyBox) return { value: undefined, found, text: '' };
  const value = valueAt(pointed.place, found, shown, { reading, snapshot });
  return { value, found, text: value?.value ?? shown };
}

/** The reading's value at that place, or with exactly those words in that element. */
function valueAt(
  { frame, selector }: TaughtPlace,
  { element }: FoundPlace,
  text: string,
  { reading, snapshot }: TaughtPage,
): LabelledValue | undefined {
  const same = reading.values.filter(
    (value) =>
      value.partOf === undefined &&
      value.place.frame.join() === frame.join() &&
      folded(value.value) === folded(text),
  );
  return (
    same.find(({ place }) => place.selector === selector) ??
    same.find(
      ({ place, value }) => findPlace(snapshot, { ...place, text: value })?.element === element,
    )
  );
}

export function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function notFound(path: FieldPath): Issue {
  return {
    code: 'teach-not-found',
    message: `What you pointed at for “${fieldOf(path).label}” is not on this copy of the page. Capture the page again, and point at it again.`,
    at: path,
    severity: 'error',
  };
}
