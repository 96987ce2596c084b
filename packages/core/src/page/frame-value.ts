/** The values of one frame, in document order, with their owners and ids, and with dates in three boxes joined. */
import type { Issue } from '../shared/issue.js';
import { labelOf } from './label/label-text.js';
import type { Scope } from './label/owner.js';
import { type Owned, ownersOf } from './label/ownership.js';
import { orderOf, type Resolved, rounded } from './label/resolve.js';
import { type SplitDate, splitDates } from './label/split-date.js';
import { isClipped, isShown, placeOf, type ReadValue, readValue } from './label/value.js';
import type { FrameReading } from './read-frame.js';
import type { LabelledValue } from './reading.js';
import { LONGEST_VALUE } from './tree/text.js';

/**
 * @param room - most values to give
 * @param issues - takes what was cut off
 * @returns the values, and true if there may have been more
 */
export function frameValues(
  reading: FrameReading,
  number: number,
  room: number,
  issues: Issue[],
): { readonly values: readonly LabelledValue[]; readonly isCut: boolean } {
  const { index, controls, resolved, scopes } = reading;
  const owners = ownersOf(
    scopes,
    resolved.map(({ best }) => orderOf(best)),
  );
  const dateOf = new Map<number, SplitDate>();
  for (const date of splitDates(index, controls, resolved))
    for (const box of date.boxes) dateOf.set(box, date);
  const dateIds = new Map<SplitDate, string>();
  const firstIds = new Map<number, string>();
  const values: LabelledValue[] = [];

  for (const [place, entry] of resolved.entries()) {
    if (values.length >= room) return { values: values.slice(0, room), isCut: true };
    const owned = owners[place] ?? { titles: [], scopes: [] };
    const date = entry.best.part ? undefined : dateOf.get(entry.best.target);
    if (date && !dateIds.has(date)) {
      const whole = wholeDate(reading, date, owned, `f${number}-${values.length}`);
      dateIds.set(date, whole?.id ?? '');
      if (whole) values.push(whole);
    }
    const read = readValue(index, controls, entry);
    if (!read) continue;
    if (read.cut) issues.push(cutIssue(entry.best.label));
    const id = `f${number}-${values.length}`;
    const first = firstIds.get(entry.best.labelAt ?? -1);
    const partOf = date ? dateIds.get(date) : undefined;
    const value = labelled(reading, entry, read, owned, id);
    if (entry.best.continues && first !== undefined) value.continues = first;
    if (partOf) value.partOf = partOf;
    values.push(value);
    if (entry.best.labelAt !== undefined && first === undefined)
      firstIds.set(entry.best.labelAt, id);
  }
  const isCut = values.length > room;
  return { values: isCut ? values.slice(0, room) : values, isCut };
}

/** A value while it is put together: there are thousands, and each copy costs time. */
type Growing = { -readonly [key in keyof LabelledValue]: LabelledValue[key] };

function labelled(
  { index, controls }: FrameReading,
  { best, runnersUp }: Resolved,
  read: ReadValue,
  owned: Owned,
  id: string,
): Growing {
  const at = best.part?.within ?? controls.get(best.target)?.shownAt ?? best.target;
  // A styled list or tick box is a mere dot, and the elements around it draw it.
  const isChoice = best.part === undefined && controls.get(best.target)?.kind === 'choice';
  const value: Growing = {
    id,
    label: best.label,
    value: read.value,
    kind: read.kind,
    owner: ownersBut(owned, best.labelAt, best.owner),
    place: placeOf(index, at, read.verbatim),
    visible:
      isShown(index, best.part?.at ?? at) && (isChoice || !isClipped(index, best.part?.at ?? at)),
    method: best.method,
    score: rounded(best.score),
    runnersUp,
  };
  if (best.part === undefined && controls.has(best.target)) value.isTyped = true;
  if (best.row) value.row = best.row;
  if (best.labelAt !== undefined && best.labelAt >= 0 && !best.part)
    value.labelPlace = placeOf(index, best.labelAt, best.label);
  return value;
}

/**
 * The owners without the label: a heading that is itself the label is not also the owner. Values of one section share
 * one list where they can.
 */
export function ownersBut(
  { scopes, titles }: Owned,
  labelAt: number | undefined,
  more?: string,
): readonly string[] {
  const isLabel = (scope: Scope) => scope.at >= 0 && scope.at === labelAt;
  if (more === undefined && !scopes.some(isLabel)) return titles;
  const others = scopes.filter((scope) => !isLabel(scope)).map((scope) => scope.title);
  const once = others.filter((title, place) => title !== others[place - 1]);
  return more === undefined ? once : [...once, more];
}

function wholeDate(
  { index, controls }: FrameReading,
  date: SplitDate,
  owned: Owned,
  id: string,
): LabelledValue | undefined {
  const asked = date.prompt ?? {
    at: owned.scopes.at(-1)?.at ?? -1,
    label: owned.titles.at(-1) ?? '',
  };
  if (asked.label === '') return undefined;
  return {
    id,
    label: asked.label,
    value: date.value,
    kind: controls.has(date.boxes[0] ?? -1) ? 'control' : 'text',
    owner: ownersBut(owned, asked.at),
    place: placeOf(index, date.at, date.verbatim),
    ...(asked.at < 0
      ? {}
      : { labelPlace: placeOf(index, asked.at, labelOf(index, asked.at) ?? asked.label) }),
    visible: isShown(index, date.boxes[0] ?? date.at),
    method: 'legend',
    score: 0.92,
    runnersUp: [],
  };
}

function cutIssue(label: string): Issue {
  return {
    code: 'value-cut',
    message: `The text under “${label}” is longer than ${LONGEST_VALUE} characters and was cut there. Take the rest from the page by hand if it is needed`,
    at: label,
    severity: 'warning',
  };
}
