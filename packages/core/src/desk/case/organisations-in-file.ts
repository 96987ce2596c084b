/** The part of a case file about the organisations that the person’s schools and employers are joined to. */
import { linkState, organisationCourse } from '../../casework/organisation/link-state.js';
import { organisationApart } from '../../casework/organisation/told-apart.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

export interface OrganisationInFile {
  /** The link that the line sums up. */
  readonly record: RecordId;
  /** The words as they were written. */
  readonly words: string;
  /** The organisation by its name, town and number, with what it is now if it became another. */
  readonly organisation: string;
}

export interface OrganisationsInFile {
  readonly organisations: readonly OrganisationInFile[];
}

/**
 * Those that count today. Organisations of a referrer or an agency are left out: an audience that may read where a child
 * goes to school may not read who told us.
 */
export function organisationsInFile(
  subject: StoredRecord<'subject'>,
  records: readonly StoredRecord[],
): OrganisationsInFile {
  const find = (id: RecordId) => records.find((each) => each.id === id);
  const links = records.filter(
    (record): record is StoredRecord<'organisationLink'> => record.kind === 'organisationLink',
  );
  const organisations = links
    .filter((link) => linkState(link, subject) === 'stands')
    .flatMap(({ id, value: { words, organisationId } }) => {
      const names = organisationCourse(organisationId, find).map(({ value }) =>
        organisationApart(value),
      );
      const [own] = names;
      if (own === undefined) return [];
      const now = names.length > 1 ? `; now ${names.at(-1)}` : '';
      return [{ record: id, words, organisation: `${own}${now}` }];
    });
  return { organisations };
}
