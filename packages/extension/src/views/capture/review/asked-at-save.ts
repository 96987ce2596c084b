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

export function askedInOrder(draft: Draft, issues: readonly Issue[]): readonly Asked[] {
  const rows = draft.rows.filter((row) => !isOfAnother(draft, row));
  const named = nameRow(rows);
  const order = groupRows(rows).flatMap((group) => group.rows.map(({ id }) => id));
  return askingWhose(draft, issues)
    .map((issue) => ({ ...issue, fieldId: controlAt(issue.at, issue.code, named) }))
    .map((issue) => ({ issue, place: placeOf(issue, order) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ issue }) => issue);
}

/** Controls after the rows, from the top of the page to its foot. */
const AFTER_ROWS = [
  'handling',
  UNADDED,
  'about',
  'seen',
  'into',
  'stands',
  'enquiryId',
  'authority',
  'words',
  'condition',
  'wholePage',
  'narrative',
];

function placeOf({ at = '', fieldId = '' }: Asked, rows: readonly string[]) {
  if (at === 'subject.name') return -2;
  if (at === '' || !fieldId.startsWith('row-')) {
    const [part = ''] = at.split(' ');
    const place = AFTER_ROWS.indexOf(part);
    return place < 0 ? -1 : rows.length + place;
  }
  return rows.indexOf(fieldId.slice('row-'.length));
}
