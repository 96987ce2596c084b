/** The row of an organisation, and the organisations that the row of another record shows. */
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Joined, ListProjection } from '../act/list-projection.js';
import { linkState } from './link-state.js';
import { wordPlaces } from './word-place.js';

/** An organisation is about nobody: its row has no contact. How many people have to do with it, the screen counts. */
export interface OrganisationRow {
  readonly id: RecordId;
  readonly name: string;
  readonly earlierNames: readonly string[];
  /** A code of `organisation-kind`. */
  readonly kind: string;
  readonly town?: string;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly emailDomains: readonly string[];
  readonly closedOn?: PlainDate;
  readonly becameId?: RecordId;
}

export const organisations: ListProjection<'organisation', OrganisationRow> = {
  joins: [],
  row({ id, value }) {
    const { name, earlierNames = [], kind, town, identifiers = [], emailDomains = [] } = value;
    const { closedOn, becameId } = value;
    return {
      id,
      name,
      earlierNames: earlierNames.map((each) => each.name),
      kind,
      identifiers,
      emailDomains,
      ...(town === undefined ? {} : { town }),
      ...(closedOn === undefined ? {} : { closedOn }),
      ...(becameId === undefined ? {} : { becameId }),
    };
  },
};

/** Ids of the organisations that the words of the record are joined to today; a changed or undone join is none. */
export function joinedOrganisations(
  about: Pick<StoredRecord, 'kind' | 'id' | 'value'> | undefined,
  joined: Joined,
): readonly RecordId[] {
  const standing = joined('organisationLink').filter((link) => linkState(link, about) === 'stands');
  return [...new Set(standing.map(({ value }) => value.organisationId))];
}

/** The places of words in the record that no standing link joins to an organisation. */
export function unjoinedWords(
  about: Pick<StoredRecord, 'kind' | 'id' | 'value'>,
  joined: Joined,
): readonly { readonly path: string; readonly words: string }[] {
  const standing = new Set(
    joined('organisationLink')
      .filter((link) => linkState(link, about) === 'stands')
      .map(({ value }) => value.path),
  );
  return wordPlaces(about)
    .filter(({ path }) => !standing.has(path))
    .map(({ path, words }) => ({ path, words }));
}
