/** Columns of the list of organisations, and the column of the lists that are filtered by one. */
import type { OrganisationRow } from '../../../casework/organisation/list-rows.js';
import type { RecordId } from '../../../shared/primitives.js';
import type { ListField, ListFields } from '../list-field.js';
import { codeField, sorted, stateField } from './common-fields.js';
import type { ListKnown, ShownOrganisation } from './list-known.js';

/** `open`: it is there. `closed`: its last day is recorded. `became`: it is another one now. */
export const ORGANISATION_STATES = ['open', 'closed', 'became'] as const;
export type OrganisationState = (typeof ORGANISATION_STATES)[number];

/** Tells from an organisation’s record whether it is open, closed or another one now. */
export function organisationState({
  closedOn,
  becameId,
}: Pick<OrganisationRow, 'closedOn' | 'becameId'>): OrganisationState {
  if (becameId !== undefined) return 'became';
  return closedOn === undefined ? 'open' : 'closed';
}

export function organisationFields(known: ListKnown) {
  return {
    name: sorted(({ name }: OrganisationRow) => name),
    kind: codeField('organisation-kind', ({ kind }: OrganisationRow) => kind, known),
    town: {
      value: ({ town }) => town,
      filter: { codes: ({ town }) => (town === undefined ? [] : [town]), offered: [] },
    },
    identifier: sorted(({ identifiers: [first] }: OrganisationRow) => first?.value),
    people: sorted(({ id }: OrganisationRow) => known.peopleOf?.(id)),
    state: stateField(ORGANISATION_STATES, organisationState),
  } satisfies ListFields<OrganisationRow>;
}

interface JoinedRow {
  readonly organisations?: readonly RecordId[];
}

/** Present organisations of a row: of one that became another, the latter, so that a filter finds everybody. */
export function organisationsNow(
  { organisations = [] }: JoinedRow,
  { organisationNow = () => undefined }: Pick<ListKnown, 'organisationNow'>,
): readonly ShownOrganisation[] {
  const now = organisations.flatMap((id) => organisationNow(id) ?? []);
  return [...new Map(now.map((each) => [each.id, each])).values()];
}

/** Filters by organisation: its id is the code, so that a stored filter survives a new name. */
export function organisationField<Row extends JoinedRow>(known: ListKnown): ListField<Row> {
  return {
    value: (row) => organisationsNow(row, known)[0]?.words,
    filter: { codes: (row) => organisationsNow(row, known).map(({ id }) => id), offered: [] },
  };
}
