/** Room on paper to write by hand. */
export const ROOM = '…………………………';

/** Lines to sign on, with room to write. Signing proves no more than that the paper was given. */
export const SIGNATURES = `## Signed

Signing says only that you were given this notice and that it was explained. You do not have to sign.

- Your signature: ${ROOM} Date: ${ROOM}
- Your name in capitals: ${ROOM}
- Parent, carer or supporter present: ${ROOM}
- Officer, and number: ${ROOM} Date: ${ROOM}
`;
