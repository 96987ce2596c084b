/** The person of a list that a draft is about: two rows of the list never become one person. */
import type { Instant } from '../../shared/primitives.js';
import { LEAVE, TAKE } from '../draft/plain-decision.js';
import type { Draft, DraftRow } from '../draft.js';
import { fieldOf } from '../field/field-path.js';

/** One person of a list, as on the page. */
export interface ListedPerson {
  /** Key of the row, see {@link DraftRow.listed}. */
  readonly row: string;
  /** Texts of the row's cells, as on the page. */
  readonly says: readonly string[];
}

export interface PeopleList {
  readonly list: string;
  readonly people: readonly ListedPerson[];
  /** Row of the person that the draft is about; null: none of them. Absent until somebody says. */
  readonly chosen?: string | null;
}

/** The lists of people that the draft was read from, in the order of its rows. */
export function peopleListed(draft: Draft): readonly PeopleList[] {
  const lists = new Map<string, Map<string, string[]>>();
  for (const { listed, raw } of draft.rows) {
    if (!listed) continue;
    const people = lists.get(listed.list) ?? new Map<string, string[]>();
    lists.set(listed.list, people);
    const says = people.get(listed.row) ?? [];
    people.set(listed.row, says);
    if (!says.includes(raw)) says.push(raw);
  }
  return [...lists].map(([list, people]) => {
    const choice = draft.people?.find((each) => each.list === list);
    return {
      list,
      people: [...people].map(([row, says]) => ({ row, says })),
      ...(choice ? { chosen: choice.row } : {}),
    };
  });
}

/** True if the row is in a list of which another person was chosen, or nobody yet. */
export function isOfAnother({ people = [] }: Pick<Draft, 'people'>, { listed }: DraftRow): boolean {
  if (!listed) return false;
  return people.find(({ list }) => list === listed.list)?.row !== listed.row;
}

/**
 * Chooses the person of a list that the draft is about. Their row starts as it would have alone; every other row is
 * left.
 *
 * @param row - null: none of them
 */
export function choosePerson(draft: Draft, list: string, row: string | null, now?: Instant): Draft {
  const others = (draft.people ?? []).filter((each) => each.list !== list);
  return {
    ...draft,
    ...(now === undefined ? {} : { updatedAt: now }),
    people: [...others, { list, row }],
    rows: draft.rows.map((each) => {
      if (each.listed?.list !== list) return each;
      const starts = each.listed.row === row && each.listed.starts === 'take';
      // A date that can be two days waits for its own answer.
      const isTaken = starts && each.either === undefined && !isAnswered(each, draft);
      return { ...each, decision: isTaken ? TAKE : LEAVE };
    }),
  };
}

/** True if another value is already taken for a single fact. */
function isAnswered(row: DraftRow, { rows }: Draft): boolean {
  if (row.path === undefined || fieldOf(row.path).many === true) return false;
  return rows.some(
    ({ path, listed, decision }) =>
      path === row.path &&
      listed?.list !== row.listed?.list &&
      (decision.kind === 'take' || decision.kind === 'take-corrected'),
  );
}
