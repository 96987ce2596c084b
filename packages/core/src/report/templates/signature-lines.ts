/** Room on paper to write by hand. */
export const ROOM = '…………………………';

/** Parts of a notice that a force may not have set, with the label that each has where it is written by hand. */
export const BY_HAND = {
  from: `Police force: ${ROOM}`,
  contact: `Telephone: ${ROOM}`,
  birth: `Date of birth: ${ROOM}`,
} as const;

/** Blocks of a template with the letterhead and with the telephone number. */
export interface Stationery {
  readonly from: string;
  readonly contact: string;
}

const CONTACT = (path: string): string => `Telephone: :value[${path}]`;
const FROM = (path: string): string => `:value[${path}]`;

/** Those of a served notice: what was not printed is left out of its words. */
export const SERVED_STATIONERY: Stationery = {
  from: whenPresent('notice.noticeFrom', FROM),
  contact: whenPresent('notice.noticeContact', CONTACT),
};

/** Those of a notice before a visit: what the force has not set is written by hand. */
export const BLANK_STATIONERY: Stationery = {
  from: `${whenPresent('sheet.from', FROM)}\n\n${whenAbsent('sheet.from', BY_HAND.from)}`,
  contact: `${whenPresent('sheet.contact', CONTACT)}\n\n${whenAbsent('sheet.contact', BY_HAND.contact)}`,
};

/** The person of the notice, before a name is on it. */
export const NAME_BY_HAND = `${ROOM}\n\n${BY_HAND.birth}`;

function whenPresent(path: string, lineOf: (path: string) => string): string {
  return `:::when{present=${path}}\n${lineOf(path)}\n:::`;
}

function whenAbsent(path: string, line: string): string {
  return `:::when{absent=${path}}\n${line}\n:::`;
}

/** Lines to sign on, with room to write. Signing proves no more than that the paper was given. */
export const SIGNATURES = `## Signed

Signing says only that you were given this notice and that it was explained. You do not have to sign.

- Your signature: ${ROOM} Date: ${ROOM}
- Your name in capitals: ${ROOM}
- Parent, carer or supporter present: ${ROOM}
- Officer, and number: ${ROOM} Date: ${ROOM}
`;
