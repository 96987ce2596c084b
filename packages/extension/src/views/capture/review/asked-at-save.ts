/** Everything that a save still asks, each with its control, in the order of the page; the missing name is first. */
import { type Draft, type Issue, isOfAnother } from '@cyber-prevent/core';
import { controlAt } from './control-at.js';
import { askingWhose } from './person/people-missing.js';
import { nameRow } from './row/name-row.js';
import { groupRows } from './row/row-group.js';
import { UNADDED } from './unadded-value.js';

export interface Asked extends Issue {
  /** Id of the control that answers it; absent for an issue about the whole draft. */
  readonly fieldId?: string | undefined;
}

export interface AskedOf {
  readonly draft: Draft;
  /** True for a person who is not named as on record: the differences are then shown with the people found. */
  readonly isNew: boolean;
}

export function askedInOrder(
  { draft, isNew }: AskedOf,
  issues: readonly Issue[],
): readonly Asked[] {
  const rows = draft.rows.filter((row) => !isOfAnother(draft, row));
  const named = nameRow(rows);
  const order = groupRows(rows).flatMap((group) => group.rows.map(({ id }) => id));
  return askingWhose(draft, issues)
    .map((issue) => ({ ...issue, fieldId: controlAt(issue.at, issue.code, named) }))
    .map((issue) => ({ issue, place: placeOf(issue, order, isNew) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ issue }) => issue);
}

/** Controls after the rows, from the top of the page to its foot. */
const AFTER_ROWS = [
  UNADDED,
  'about',
  'into',
  'stands',
  'enquiryId',
  'authority',
  'words',
  'condition',
  'seen',
  'into',
  'stands',
  'wholePage',
  'narrative',
];

function placeOf({ at = '', fieldId = '' }: Asked, rows: readonly string[], isNew: boolean) {
  if (at === 'subject.name') return -2;
  if (at === '' || !fieldId.startsWith('row-')) {
    const [part = ''] = at.split(' ');
    const place = isNew ? AFTER_ROWS.lastIndexOf(part) : AFTER_ROWS.indexOf(part);
    return place < 0 ? -1 : rows.length + place;
  }
  return rows.indexOf(fieldId.slice('row-'.length));
}
