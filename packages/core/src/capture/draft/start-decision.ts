/**
 * Starting decisions of rows: the subject's own facts are offered as taken, anything doubtful or about another person
 * as left.
 */

import type { Decision, DraftRow } from '../draft.js';
import { fieldOf, ownerOf } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import type { EitherDate } from '../read/either-date.js';
import { isOfficeAddress } from '../read/office-address.js';
import { LEAVE, TAKE } from './plain-decision.js';

const { professional } = dictionary;
const OWNERS = new Set(professional.owners.map(labelWords));
const RANKS = new Set(professional.ranks);
const MAIL_LABELS = new Set(professional.mailLabels);
const PRIVATE = professional.privateRoles.map(labelWords);

export interface StartContext {
  /** Set if the referrer acts in a professional role; see {@link isProfessional}. */
  readonly professional: boolean;
  /** Set if the value could not be read and stays as text. */
  readonly unread: boolean;
}

/** Reason for a starting decision. The first two start as *take*, all others as *leave*. */
export type StartReason =
  | 'own'
  | 'at-work'
  | 'unnamed'
  | 'off-screen'
  | 'in-text'
  | 'unread'
  | 'not-known'
  | 'likeness'
  | 'special'
  | 'source'
  | 'private-referrer'
  | 'other-person'
  | 'account';

type StartRow = Pick<
  DraftRow,
  'path' | 'visible' | 'freeText' | 'sensitivity' | 'rule' | 'notKnown'
>;

export function startReason(row: StartRow, { professional, unread }: StartContext): StartReason {
  if (row.path === undefined) return 'unnamed';
  if (!row.visible) return 'off-screen';
  if (row.notKnown) return 'not-known';
  if (row.freeText) return 'in-text';
  if (unread) return 'unread';
  if (row.rule === 'likeness') return 'likeness';
  if (row.sensitivity === 'special' || row.sensitivity === 'source') return row.sensitivity;
  const { starts } = fieldOf(row.path);
  if (starts === 'take-if-professional') return professional ? 'at-work' : 'private-referrer';
  if (starts === 'take') return 'own';
  return ownerOf(row.path) === 'relatedPersons' ? 'other-person' : 'account';
}

export function startDecision(row: StartRow, context: StartContext): Decision {
  return startsTaken(startReason(row, context)) ? TAKE : LEAVE;
}

export function startsTaken(reason: StartReason): boolean {
  return reason === 'own' || reason === 'at-work';
}

/**
 * A date that can be two days: it starts as left, and keeps the decision it would have started with, for when the day
 * is known.
 */
export function asked(
  { dayFirst, monthFirst }: EitherDate,
  decision: Decision,
): Required<Pick<DraftRow, 'either' | 'decision'>> {
  const starts = decision.kind === 'take' ? 'take' : 'leave';
  return { either: { dayFirst, monthFirst, starts }, decision: LEAVE };
}

/**
 * True if the rows about the referrer show somebody at work: an organisation, a role that is not a relative's or a
 * neighbour's, a rank, an email address of the police, a school or another place of work, or a heading such as
 * *Referring officer*.
 */
export function isProfessional(rows: readonly DraftRow[]): boolean {
  const about = (path: string) =>
    rows.filter((row) => row.path === path && row.issues.length === 0);
  const roles = about('referrer.role');
  // A mother who gives her employer is still a mother here.
  if (roles.some(({ value }) => isPrivate(value))) return false;
  return (
    roles.length > 0 ||
    about('referrer.organisation').length > 0 ||
    about('referrer.name').some(({ value }) => RANKS.has(labelWords(value).split(' ')[0] ?? '')) ||
    about('referrer.email').some(({ value }) =>
      value
        .slice(value.lastIndexOf('@') + 1)
        .split('.')
        .some((label) => MAIL_LABELS.has(label)),
    ) ||
    isAtOffice(rows, about('referrer.name'), about('referrer.email')) ||
    rows.some(
      ({ path, label, owner }) =>
        path?.startsWith('referrer.') &&
        [label, ...owner].some((heading) => OWNERS.has(labelWords(heading))),
    )
  );
}

/**
 * True for an office address. Somebody who is also on the page as a person around the subject writes as that, from any
 * address.
 */
function isAtOffice(
  rows: readonly DraftRow[],
  names: readonly DraftRow[],
  addresses: readonly DraftRow[],
): boolean {
  const said = new Set([...names, ...addresses].map(({ value }) => value));
  return (
    addresses.some((address) => names.some((name) => isOfficeAddress(address.value, name.value))) &&
    !rows.some(({ path, value }) => path?.startsWith('relatedPersons[]') && said.has(value))
  );
}

function isPrivate(role: string): boolean {
  const words = ` ${labelWords(role)} `;
  const [first = ''] = words.trim().split(' ');
  return (
    PRIVATE.some(
      (each) => words === ` ${each} ` || first === each || words.includes(` ${each} of subject `),
    ) || words.endsWith(' parent ')
  );
}
