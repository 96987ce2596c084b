/**
 * The final state of the fortnight, written by hand from the officer's actions on each day. Working days are Monday to
 * Friday, with no bank holiday between 2 November and 11 December 2026.
 */

/** Sorted by their first words. Destroyed records, of a refused referral and an old case, are not among them. */
export const RECORDS = [
  'colleagueRequest Barnaby Quillon | fromName DC Rowan Thackeray | toName DS Ines Marlow | answer accepted | askedOn 2026-11-11 | answeredOn 2026-11-11',
  'decision Barnaby Quillon | referralId referral Barnaby Quillon | outcome accept | reasonCodes suitable | decidedOn 2026-11-09',
  'decision Cordelia Ashgrove | outcome close | closureReason no-further-concern | decidedOn 2026-11-13',
  'decision Cordelia Ashgrove | referralId referral Cordelia Ashgrove | outcome accept | reasonCodes suitable | decidedOn 2026-11-06',
  'decision E1 | enquiryId E1 | outcome accept | reasonCodes suitable | decidedOn 2026-11-04',
  'decision E2 | enquiryId E2 | outcome accept | reasonCodes suitable | decidedOn 2026-11-04',
  'decision E3 | enquiryId E3 | outcome signpost | reasonCodes cyber-enabled-fraud | decidedOn 2026-11-04',
  'decision E4 | enquiryId E4 | outcome accept | reasonCodes suitable | decidedOn 2026-11-05',
  'decision E5 | enquiryId E5 | outcome decline | reasonCodes out-of-area | decidedOn 2026-11-04',
  'decision E6 | enquiryId E6 | outcome more-information | reasonCodes too-little-known | decidedOn 2026-11-05',
  'enquiry E1 | route school | receivedOn 2026-11-02 | repliedOn 2026-11-04',
  'enquiry E2 | route parent | receivedOn 2026-11-02 | repliedOn 2026-11-04',
  'enquiry E3 | route partner | receivedOn 2026-11-02 | repliedOn 2026-11-04',
  'enquiry E4 | route social-care | receivedOn 2026-11-03 | repliedOn 2026-11-05',
  'enquiry E5 | route industry | receivedOn 2026-11-03 | repliedOn 2026-11-04',
  'enquiry E6 | route self | receivedOn 2026-11-03 | repliedOn 2026-11-05',
  'intervention Cordelia Ashgrove | outcome engaged | heldOn 2026-11-10 | followUpDueOn 2026-11-24',
  'promise Barnaby Quillon | referralId referral Barnaby Quillon | madeOn 2026-11-09 | dueOn 2026-11-20',
  'promise Cordelia Ashgrove | referralId referral Cordelia Ashgrove | settled kept | madeOn 2026-11-06 | dueOn 2026-11-11 | settledOn 2026-11-10',
  'referral Barnaby Quillon | enquiryId E4 | route social-care | status accepted | receivedOn 2026-11-09',
  'referral Cordelia Ashgrove | enquiryId E1 | route school | status accepted | receivedOn 2026-11-06',
  'refusal E2 | enquiryId E2 | referralId referral Thaddeus Wenlock | route parent | reasonCodes unwilling | handling dispose | refusedOn 2026-11-09',
  'sourceCapture Barnaby Quillon',
  'sourceCapture Cordelia Ashgrove',
  'subject Barnaby Quillon',
  'subject Cordelia Ashgrove',
];

/** One whole case, with the enquiry that it started from, and nothing about anyone else. */
export const RECORDS_OF_COLLEAGUE = [
  'colleagueRequest Barnaby Quillon | fromName DC Rowan Thackeray | toName DS Ines Marlow | answer accepted | askedOn 2026-11-11 | answeredOn 2026-11-11',
  'decision Barnaby Quillon | referralId referral Barnaby Quillon | outcome accept | reasonCodes suitable | decidedOn 2026-11-09',
  'decision E4 | enquiryId E4 | outcome accept | reasonCodes suitable | decidedOn 2026-11-05',
  'enquiry E4 | route social-care | receivedOn 2026-11-03 | repliedOn 2026-11-05',
  'promise Barnaby Quillon | referralId referral Barnaby Quillon | madeOn 2026-11-09 | dueOn 2026-11-20',
  'referral Barnaby Quillon | enquiryId E4 | route social-care | status accepted | receivedOn 2026-11-09',
  'sourceCapture Barnaby Quillon',
  'subject Barnaby Quillon',
];

/**
 * No entry for the enquiry whose form came back and was refused, nor for the case that was handed over; the follow-up
 * rests while the case is closed.
 */
export const DIARY = [
  '2026-11-19 | coming | Ask again what an enquiry left open | E6 | An enquiry was replied to on 5 November 2026. Information that was asked for is chased after ten working days.',
  '2026-12-11 | coming | Review whether a case is still needed | Cordelia Ashgrove | The case was closed on 13 November 2026. A retention review is due within twenty working days of the event that prompted it.',
];

/** Her colleague's promises are hers to keep. */
export const DIARY_OF_COLLEAGUE = [
  '2026-11-20 | coming | Keep a promise | promise Barnaby Quillon | Feedback on a referral or enquiry was promised to the referrer on 9 November 2026, for 20 November 2026.',
  '2026-11-23 | coming | Make first contact | referral Barnaby Quillon | A referral was accepted on 9 November 2026. First contact is due within ten working days of the referral being accepted.',
];

const ROWAN = 'DC Rowan Thackeray';
const INES = 'DS Ines Marlow';

/**
 * In order, with the officer. Filing a referral adds its source, its person and itself; a refused one leaves a decision
 * that was destroyed with it (`?`); and a colleague's actions on a record here come with the answer.
 */
export const DONE = [
  `2026-11-02 | ${ROWAN} | collection | enquiry | E1`,
  `2026-11-02 | ${ROWAN} | collection | enquiry | E2`,
  `2026-11-02 | ${ROWAN} | collection | enquiry | E3`,
  `2026-11-02 | ${ROWAN} | collection | referral | sourceCapture Sylvester Marne`,
  `2026-11-02 | ${ROWAN} | collection | referral | Sylvester Marne`,
  `2026-11-02 | ${ROWAN} | collection | referral | referral Sylvester Marne`,
  `2026-11-02 | ${ROWAN} | collection | case-work | decision Sylvester Marne`,
  `2026-11-02 | ${ROWAN} | alteration | case-work | referral Sylvester Marne`,
  `2026-11-02 | ${ROWAN} | collection | case-work | decision Sylvester Marne`,
  `2026-11-03 | ${ROWAN} | collection | enquiry | E4`,
  `2026-11-03 | ${ROWAN} | collection | enquiry | E5`,
  `2026-11-03 | ${ROWAN} | collection | enquiry | E6`,
  `2026-11-04 | ${ROWAN} | collection | enquiry | decision E1`,
  `2026-11-04 | ${ROWAN} | alteration | enquiry | E1`,
  `2026-11-04 | ${ROWAN} | collection | enquiry | decision E2`,
  `2026-11-04 | ${ROWAN} | alteration | enquiry | E2`,
  `2026-11-04 | ${ROWAN} | collection | enquiry | decision E3`,
  `2026-11-04 | ${ROWAN} | alteration | enquiry | E3`,
  `2026-11-04 | ${ROWAN} | collection | enquiry | decision E5`,
  `2026-11-04 | ${ROWAN} | alteration | enquiry | E5`,
  `2026-11-05 | ${ROWAN} | collection | enquiry | decision E4`,
  `2026-11-05 | ${ROWAN} | alteration | enquiry | E4`,
  `2026-11-05 | ${ROWAN} | collection | enquiry | decision E6`,
  `2026-11-05 | ${ROWAN} | alteration | enquiry | E6`,
  `2026-11-06 | ${ROWAN} | collection | referral | sourceCapture Cordelia Ashgrove`,
  `2026-11-06 | ${ROWAN} | collection | referral | Cordelia Ashgrove`,
  `2026-11-06 | ${ROWAN} | collection | referral | referral Cordelia Ashgrove`,
  `2026-11-06 | ${ROWAN} | collection | case-work | decision Cordelia Ashgrove`,
  `2026-11-06 | ${ROWAN} | alteration | case-work | referral Cordelia Ashgrove`,
  `2026-11-06 | ${ROWAN} | collection | case-work | promise Cordelia Ashgrove`,
  `2026-11-09 | ${ROWAN} | collection | referral | sourceCapture Thaddeus Wenlock`,
  `2026-11-09 | ${ROWAN} | collection | referral | Thaddeus Wenlock`,
  `2026-11-09 | ${ROWAN} | collection | referral | referral Thaddeus Wenlock`,
  `2026-11-09 | ${ROWAN} | collection | case-work | ?`,
  `2026-11-09 | ${ROWAN} | alteration | case-work | referral Thaddeus Wenlock`,
  `2026-11-09 | ${ROWAN} | collection | case-work | refusal E2`,
  `2026-11-09 | ${ROWAN} | erasure | retention | referral Thaddeus Wenlock, Thaddeus Wenlock, sourceCapture Thaddeus Wenlock, ?`,
  `2026-11-09 | ${ROWAN} | collection | referral | sourceCapture Barnaby Quillon`,
  `2026-11-09 | ${ROWAN} | collection | referral | Barnaby Quillon`,
  `2026-11-09 | ${ROWAN} | collection | referral | referral Barnaby Quillon`,
  `2026-11-09 | ${ROWAN} | collection | case-work | decision Barnaby Quillon`,
  `2026-11-09 | ${ROWAN} | alteration | case-work | referral Barnaby Quillon`,
  `2026-11-09 | ${ROWAN} | collection | case-work | promise Barnaby Quillon`,
  `2026-11-10 | ${ROWAN} | collection | case-work | intervention Cordelia Ashgrove`,
  `2026-11-10 | ${ROWAN} | alteration | case-work | promise Cordelia Ashgrove`,
  `2026-11-11 | ${ROWAN} | collection | case-work | colleagueRequest Barnaby Quillon`,
  `2026-11-11 | ${ROWAN} | disclosure | referral | Barnaby Quillon, referral Barnaby Quillon, decision Barnaby Quillon, promise Barnaby Quillon, colleagueRequest Barnaby Quillon, E4, decision E4, sourceCapture Barnaby Quillon | force-system | DS Ines Marlow`,
  `2026-11-11 | ${INES} | alteration | case-work | colleagueRequest Barnaby Quillon`,
  `2026-11-11 | ${ROWAN} | combination | restore | colleagueRequest Barnaby Quillon`,
  `2026-11-12 | ${ROWAN} | collection | retention | retentionReview Sylvester Marne`,
  `2026-11-12 | ${ROWAN} | erasure | retention | Sylvester Marne, referral Sylvester Marne, decision Sylvester Marne, decision Sylvester Marne, retentionReview Sylvester Marne, sourceCapture Sylvester Marne`,
  `2026-11-13 | ${ROWAN} | collection | case-work | decision Cordelia Ashgrove`,
];

/** Actions before the handover come with the case. */
export const DONE_OF_COLLEAGUE = [
  `2026-11-03 | ${ROWAN} | collection | enquiry | E4`,
  `2026-11-05 | ${ROWAN} | collection | enquiry | decision E4`,
  `2026-11-05 | ${ROWAN} | alteration | enquiry | E4`,
  `2026-11-09 | ${ROWAN} | collection | referral | sourceCapture Barnaby Quillon`,
  `2026-11-09 | ${ROWAN} | collection | referral | Barnaby Quillon`,
  `2026-11-09 | ${ROWAN} | collection | referral | referral Barnaby Quillon`,
  `2026-11-09 | ${ROWAN} | collection | case-work | decision Barnaby Quillon`,
  `2026-11-09 | ${ROWAN} | alteration | case-work | referral Barnaby Quillon`,
  `2026-11-09 | ${ROWAN} | collection | case-work | promise Barnaby Quillon`,
  `2026-11-11 | ${ROWAN} | collection | case-work | colleagueRequest Barnaby Quillon`,
  `2026-11-11 | ${INES} | combination | restore | E4, decision E4, sourceCapture Barnaby Quillon, Barnaby Quillon, referral Barnaby Quillon, decision Barnaby Quillon, promise Barnaby Quillon, colleagueRequest Barnaby Quillon`,
  `2026-11-11 | ${INES} | alteration | case-work | colleagueRequest Barnaby Quillon`,
  `2026-11-11 | ${INES} | disclosure | referral | colleagueRequest Barnaby Quillon | force-system | DS Ines Marlow`,
];

/** A page opened, a form on it, and the page again: each is a look. */
export const LOOKED = [
  `2026-11-02 | ${ROWAN} | enquiry | E1 | 1`,
  `2026-11-02 | ${ROWAN} | enquiry | E2 | 1`,
  `2026-11-02 | ${ROWAN} | enquiry | E3 | 1`,
  `2026-11-02 | ${ROWAN} | referral | Sylvester Marne | 3`,
  `2026-11-02 | ${ROWAN} | case-work | Sylvester Marne | 3`,
  `2026-11-03 | ${ROWAN} | enquiry | E4 | 1`,
  `2026-11-03 | ${ROWAN} | enquiry | E5 | 1`,
  `2026-11-03 | ${ROWAN} | enquiry | E6 | 1`,
  `2026-11-04 | ${ROWAN} | enquiry | E1 | 4`,
  `2026-11-04 | ${ROWAN} | enquiry | E2 | 4`,
  `2026-11-04 | ${ROWAN} | enquiry | E3 | 4`,
  `2026-11-04 | ${ROWAN} | enquiry | E5 | 4`,
  `2026-11-05 | ${ROWAN} | enquiry | E4 | 4`,
  `2026-11-05 | ${ROWAN} | enquiry | E6 | 4`,
  `2026-11-06 | ${ROWAN} | enquiry | E1 | 1`,
  `2026-11-06 | ${ROWAN} | referral | Cordelia Ashgrove | 4`,
  `2026-11-09 | ${ROWAN} | enquiry | E2 | 1`,
  `2026-11-09 | ${ROWAN} | referral | Thaddeus Wenlock | 2`,
  `2026-11-09 | ${ROWAN} | enquiry | E4 | 1`,
  `2026-11-09 | ${ROWAN} | referral | Barnaby Quillon | 4`,
  `2026-11-10 | ${ROWAN} | case-work | Cordelia Ashgrove | 3`,
  `2026-11-10 | ${ROWAN} | enquiry | E1 | 1`,
  `2026-11-10 | ${ROWAN} | referral | Cordelia Ashgrove | 2`,
  `2026-11-11 | ${ROWAN} | case-work | Barnaby Quillon | 2`,
  `2026-11-12 | ${ROWAN} | case-work | Sylvester Marne | 1`,
  `2026-11-12 | ${ROWAN} | retention | Sylvester Marne | 3`,
  `2026-11-13 | ${ROWAN} | case-work | Cordelia Ashgrove | 3`,
];

export const LOOKED_OF_COLLEAGUE = [
  `2026-11-12 | ${INES} | referral | Barnaby Quillon | 1`,
  `2026-11-12 | ${INES} | case-work | Barnaby Quillon | 1`,
];
