/** Columns of the list of identifiers: whose they are, or nobody’s. */
import type { IdentifierRow } from '../../../casework/person/identifier/list-rows.js';
import type { ListFields } from '../list-field.js';
import { codeField, dueField, handlingField, sorted, stateField } from './common-fields.js';
import type { ListKnown } from './list-known.js';

/** People of whom an identifier is said to be. */
export const IDENTIFIER_STANDINGS = ['nobody', 'somebody', 'ended'] as const;
export type IdentifierStanding = (typeof IDENTIFIER_STANDINGS)[number];

/** Tells whose an identifier is said to be: nobody's yet, somebody's, or that this has ended. */
export function identifierStanding({ subjectId, endedOn }: IdentifierRow): IdentifierStanding {
  if (endedOn !== undefined) return 'ended';
  return subjectId === undefined ? 'nobody' : 'somebody';
}

export function identifierFields(known: ListKnown) {
  return {
    seen: sorted(({ asSeen }: IdentifierRow) => asSeen),
    type: codeField('identifier-type', ({ type }: IdentifierRow) => type, known),
    whose: sorted(({ name }: IdentifierRow) => name),
    first: sorted(({ firstSeenOn }: IdentifierRow) => firstSeenOn),
    last: sorted(({ lastSeenOn }: IdentifierRow) => lastSeenOn),
    standing: stateField(IDENTIFIER_STANDINGS, identifierStanding),
    sure: codeField('identifier-confidence', ({ confidence }: IdentifierRow) => confidence, known),
    platform: codeField('online-platform', ({ platform }: IdentifierRow) => platform, known),
    handling: handlingField<IdentifierRow>(),
    due: dueField(({ id }: IdentifierRow) => known.dueOf(id), known),
  } satisfies ListFields<IdentifierRow>;
}
