/** The final state of the two officers, written by hand from their actions on each day. */

/**
 * The comparison covers four of five items: one officer did not know about support. Three agree, 75 %. Chance: both
 * said present once and absent twice, so (1 × 1 + 2 × 2) / 16 = 5/16, 31 %. Kappa is (3/4 − 5/16) / (1 − 5/16) = 7/11,
 * 0.64.
 */
export const AGREEMENT = [
  '4 that both of you answered. Left out, since one or both did not know or did not ask: 1.',
  '75 % (3 of 4)',
  '0.64',
  'chance alone would give 31 %',
  'How often on forums where misuse is taught',
];

const ROWAN = 'DC Rowan Thackeray';
const INES = 'DS Ines Marlow';
const CLUB = 'instrument club-check | instrumentVersion 1.0.0';

/**
 * The points, which no screen shows: partly × 2 + every week 2 − absent 0 = 4, Medium, on the 3rd; absent 0 + never 0 −
 * present 2 = −2, Low, on the 9th; present × 2 × 2 = 4 up to 8, less up to 2 for the adult: Medium or High, in the
 * remaining draft.
 */
export const RECORDS = [
  `assessment Cordelia Ashgrove | ${CLUB} | levels Low | confidence high | supersedes assessment Cordelia Ashgrove | signedBy ${ROWAN} | assessedOn 2026-11-09 | reviewDueOn 2027-05-09`,
  `assessment Cordelia Ashgrove | ${CLUB} | levels Low, Medium, High | supersedes assessment Cordelia Ashgrove | assessedOn 2026-11-09`,
  `assessment Cordelia Ashgrove | ${CLUB} | levels Medium | override High, ${INES} | confidence medium | signedBy ${ROWAN} | assessedOn 2026-11-03 | reviewDueOn 2027-02-03`,
  `colleagueRequest Cordelia Ashgrove | about assessment Cordelia Ashgrove | fromName ${ROWAN} | toName ${INES} | answer agreed | askedOn 2026-11-03 | answeredOn 2026-11-03`,
  `rating Cordelia Ashgrove | ${CLUB} | ratedBy ${ROWAN}`,
  `rating Cordelia Ashgrove | ${CLUB} | ratedBy ${INES}`,
  'sealedRating Cordelia Ashgrove',
  'subject Cordelia Ashgrove',
  'telling Cordelia Ashgrove | whom subject | wasTold told | on 2026-11-03',
];

/** The assessment that she confirmed, as it was then; her own sealed rating; not the record of telling the child. */
export const RECORDS_OF_COLLEAGUE = [
  `assessment Cordelia Ashgrove | ${CLUB} | levels Medium | override High, ${INES} | confidence medium | assessedOn 2026-11-03 | reviewDueOn 2027-02-03`,
  `colleagueRequest Cordelia Ashgrove | about assessment Cordelia Ashgrove | fromName ${ROWAN} | toName ${INES} | answer agreed | askedOn 2026-11-03 | answeredOn 2026-11-03`,
  `rating Cordelia Ashgrove | ${CLUB} | ratedBy ${ROWAN}`,
  `rating Cordelia Ashgrove | ${CLUB} | ratedBy ${INES}`,
  'sealedRating Cordelia Ashgrove',
  'subject Cordelia Ashgrove',
];

/** Nothing is due for the superseded assessment, nor for an unsigned one. */
export const DIARY = [
  '2027-05-09 | coming | Assess again | assessment Cordelia Ashgrove | The assessment of 9 November 2026 says to look again on 9 May 2027.',
];

export const DIARY_OF_COLLEAGUE: readonly string[] = [];

const CASE = 'Cordelia Ashgrove';
const RATINGS = `rating ${CASE}, rating ${CASE}`;
const GIVEN = `force-system | ${INES}`;

/** In order, with the officer. A file that is taken in is a combination of its new records. */
export const DONE = [
  `2026-11-02 | ${ROWAN} | collection | case-work | ${CASE}`,
  `2026-11-02 | ${ROWAN} | collection | case-work | rating ${CASE}`,
  `2026-11-02 | ${ROWAN} | collection | case-work | sealedRating ${CASE}`,
  `2026-11-02 | ${ROWAN} | disclosure | referral | ${CASE}, rating ${CASE} | ${GIVEN}`,
  `2026-11-02 | ${INES} | collection | case-work | rating ${CASE}`,
  `2026-11-02 | ${ROWAN} | combination | restore | rating ${CASE}`,
  `2026-11-02 | ${ROWAN} | alteration | case-work | rating ${CASE}`,
  `2026-11-02 | ${ROWAN} | disclosure | referral | ${RATINGS} | ${GIVEN}`,
  `2026-11-02 | ${INES} | alteration | case-work | rating ${CASE}`,
  `2026-11-02 | ${ROWAN} | combination | restore | rating ${CASE}`,
  `2026-11-03 | ${ROWAN} | collection | case-work | assessment ${CASE}`,
  `2026-11-03 | ${ROWAN} | alteration | case-work | assessment ${CASE}`,
  `2026-11-03 | ${ROWAN} | alteration | case-work | assessment ${CASE}`,
  `2026-11-03 | ${ROWAN} | collection | case-work | colleagueRequest ${CASE}`,
  `2026-11-03 | ${ROWAN} | disclosure | referral | ${CASE}, assessment ${CASE}, ${RATINGS}, colleagueRequest ${CASE} | ${GIVEN}`,
  `2026-11-03 | ${INES} | alteration | case-work | colleagueRequest ${CASE}`,
  `2026-11-03 | ${INES} | alteration | case-work | assessment ${CASE}`,
  `2026-11-03 | ${ROWAN} | combination | restore | colleagueRequest ${CASE}, assessment ${CASE}`,
  `2026-11-03 | ${ROWAN} | alteration | case-work | assessment ${CASE}`,
  `2026-11-03 | ${ROWAN} | collection | case-work | telling ${CASE}`,
  `2026-11-03 | ${ROWAN} | disclosure | disclosure | ${CASE}, assessment ${CASE} | subject | Cordelia Ashgrove`,
  `2026-11-09 | ${ROWAN} | collection | case-work | assessment ${CASE}`,
  `2026-11-09 | ${ROWAN} | alteration | case-work | assessment ${CASE}`,
  `2026-11-09 | ${ROWAN} | collection | case-work | assessment ${CASE}`,
];

/** The first officer's actions on the records that came to her, and her own. */
export const DONE_OF_COLLEAGUE = [
  `2026-11-02 | ${ROWAN} | collection | case-work | ${CASE}`,
  `2026-11-02 | ${ROWAN} | collection | case-work | rating ${CASE}`,
  `2026-11-02 | ${INES} | combination | restore | ${CASE}, rating ${CASE}`,
  `2026-11-02 | ${INES} | collection | case-work | rating ${CASE}`,
  `2026-11-02 | ${INES} | collection | case-work | sealedRating ${CASE}`,
  `2026-11-02 | ${INES} | disclosure | referral | ${RATINGS} | ${GIVEN}`,
  `2026-11-02 | ${ROWAN} | alteration | case-work | rating ${CASE}`,
  `2026-11-02 | ${INES} | combination | restore | rating ${CASE}`,
  `2026-11-02 | ${INES} | alteration | case-work | rating ${CASE}`,
  `2026-11-02 | ${INES} | disclosure | referral | ${RATINGS} | ${GIVEN}`,
  `2026-11-03 | ${ROWAN} | collection | case-work | assessment ${CASE}`,
  `2026-11-03 | ${ROWAN} | alteration | case-work | assessment ${CASE}`,
  `2026-11-03 | ${ROWAN} | alteration | case-work | assessment ${CASE}`,
  `2026-11-03 | ${ROWAN} | collection | case-work | colleagueRequest ${CASE}`,
  `2026-11-03 | ${INES} | combination | restore | assessment ${CASE}, colleagueRequest ${CASE}`,
  `2026-11-03 | ${INES} | alteration | case-work | colleagueRequest ${CASE}`,
  `2026-11-03 | ${INES} | alteration | case-work | assessment ${CASE}`,
  `2026-11-03 | ${INES} | disclosure | referral | colleagueRequest ${CASE}, assessment ${CASE} | ${GIVEN}`,
];

/**
 * A page opened, a form on it, and the page again: each is a look. A request to a colleague looks at the case twice.
 */
export const LOOKED = [
  `2026-11-02 | ${ROWAN} | case-work | ${CASE} | 8`,
  `2026-11-03 | ${ROWAN} | case-work | ${CASE} | 17`,
  `2026-11-09 | ${ROWAN} | case-work | ${CASE} | 11`,
];

/** The request to confirm is looked at when it is opened, and again once she has answered. */
export const LOOKED_OF_COLLEAGUE = [
  `2026-11-02 | ${INES} | case-work | ${CASE} | 8`,
  `2026-11-03 | ${INES} | case-work | ${CASE} | 2`,
];
