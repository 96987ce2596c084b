/** The codes of suspected offences that a list is filtered by: no words, and no status but the one that counts now. */
import type { Subject } from '../../record/subject.js';
import type { StoredRecord } from '../../store/log/port.js';
import { behaviourOnly, presentStanding } from './offence-state.js';

/** Code of what a child under ten did, in place of a section: no list says more of it. */
export const BEHAVIOUR_CODE = ':behaviour-only';

/** Code of a suspected offence that has no section. */
export const NO_SECTION_CODE = ':no-section';

export interface OffenceCodes {
  /** Codes of `cma-section`, or one of the codes above, each once. */
  readonly sections: readonly string[];
  /** Codes of `offence-status`, each once. */
  readonly standings: readonly string[];
}

/** @returns nothing to spread if there are no suspected offences */
export function offenceCodes(
  offences: readonly StoredRecord<'offence'>[],
  subject: Pick<Subject, 'bornOn' | 'alsoRecorded'> | undefined,
): { readonly offences?: OffenceCodes } {
  if (offences.length === 0) return {};
  const each = offences.map(({ value }) => {
    if (behaviourOnly(value, subject) !== undefined) return { section: BEHAVIOUR_CODE };
    const status = presentStanding(value)?.status;
    return { section: value.section ?? NO_SECTION_CODE, ...(status ? { status } : {}) };
  });
  return {
    offences: {
      sections: [...new Set(each.map(({ section }) => section))].toSorted(),
      standings: [...new Set(each.flatMap(({ status }) => status ?? []))].toSorted(),
    },
  };
}
