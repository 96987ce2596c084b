/** The sentences about a detail of a person that cannot be saved as it is. */
import type { Issue } from '../../../shared/issue.js';
import type { PersonDetail } from './detail-name.js';

/** The question of the form that a detail is typed into. */
export function questionOf(detail: PersonDetail): string {
  if (detail === 'areas') return 'forceArea';
  return detail === 'bornOn' ? 'date' : 'text';
}

/** The issue of a detail that was left empty, at its question. */
export function missingDetail(detail: PersonDetail): Issue {
  return {
    code: 'missing',
    severity: 'error',
    message: detail === 'areas' ? AREA_MISSING : `Enter ${ASKED[detail]}`,
    at: questionOf(detail),
  };
}

const AREA_MISSING =
  'Select a force area, a local authority, or where they live outside England and Wales';

const ASKED: Readonly<Record<Exclude<PersonDetail, 'areas'>, string>> = {
  name: 'a name',
  givenNames: 'given names',
  familyName: 'a family name',
  bornOn: 'a date of birth',
  sexRecorded: 'the sex, as recorded',
  aliases: 'another name',
  addresses: 'an address',
  schools: 'a school or employer',
  phones: 'a telephone number',
  emails: 'an email address',
};

export const HELD_ALREADY: Issue = {
  code: 'already-held',
  severity: 'error',
  message: 'This is held already. Correct the one that is held, or enter something else.',
  at: 'text',
};

export const GONE: Issue = {
  code: 'detail-gone',
  severity: 'error',
  message: 'This detail is no longer held. Go back and choose it again.',
};

export const ENDS_TOO_EARLY: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The end date must be on or after the date on which it was noted',
  at: 'until',
};
