/** Columns of suspected offences, for lists of people and of referrals: the sections, and the statuses that count now. */
import {
  BEHAVIOUR_CODE,
  NO_SECTION_CODE,
  type OffenceCodes,
} from '../../../casework/act/offence-codes.js';
import { codeLabel, codesInForce } from '../../../codes/code-list.js';
import type { ListField } from '../list-field.js';
import type { ListKnown } from './list-known.js';

interface WithOffences {
  readonly offences?: OffenceCodes;
}

type Known = Pick<ListKnown, 'lists' | 'today'>;

export function sectionField<Row extends WithOffences>({ lists, today }: Known): ListField<Row> {
  return {
    value: ({ offences }) => offences?.sections.join(' '),
    filter: {
      codes: ({ offences }) => offences?.sections ?? [],
      offered: [
        ...codesInForce(lists, 'cma-section', today).map(({ code }) => code),
        NO_SECTION_CODE,
        BEHAVIOUR_CODE,
      ],
    },
  };
}

export function standingField<Row extends WithOffences>({ lists, today }: Known): ListField<Row> {
  const offered = codesInForce(lists, 'offence-status', today).map(({ code }) => code);
  return {
    value: ({ offences }) =>
      offences?.standings.length
        ? offences.standings.map((code) => codeLabel(lists, 'offence-status', code)).join(', ')
        : undefined,
    filter: { codes: ({ offences }) => offences?.standings ?? [], offered },
  };
}
