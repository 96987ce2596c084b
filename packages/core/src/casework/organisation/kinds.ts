/** Organisations and the words joined to them, as the desk shows them. */
import { happened, later, noted } from '../act/happened.js';
import type { KindRows } from '../act/kind-row.js';
import { organisations } from './list-rows.js';

export const ORGANISATION_KINDS = {
  organisation: {
    due: 'nothing',
    happened: 'no-day',
    diary: 'none',
    activeOn: 'no-day',
    list: { name: 'organisations', projection: organisations },
  },
  organisationLink: {
    due: 'nothing',
    happened: ({ value: { joinedOn, words, undoneOn } }) =>
      [happened(joinedOn, words), ...later(undoneOn, `${words}, undone`, 'undone')].map(noted),
    diary: 'none',
    activeOn: 'no-day',
    // Its words are those of the record that they are in.
    found: 'apart',
  },
} as const satisfies Partial<KindRows>;
