/** The final state of the caution, written by hand from the actions on each day. */
const CHILD = 'Jory Tamblyn';
const ROWAN = 'DC Rowan Thackeray';

/**
 * Sixteen weeks from 3 November 2026 is 23 February 2027; the library gives twelve weeks, and eight, from 2 November.
 */
export const RECORDS = [
  `agencyContact ${CHILD} | about Whether the conditions fit. | agency youth-justice | gateway crime-disorder-115 | contactOn 2026-11-02`,
  `condition ${CHILD} | orderId order ${CHILD} | dueOn 2027-01-25 | library cyber-choices-sessions | certifiedOn 2026-11-05 | certifiedBy Ottilie Brandt, safeguarding lead`,
  `condition ${CHILD} | orderId order ${CHILD} | dueOn 2027-01-25 | library mentoring`,
  `conditionEvidence ${CHILD} | conditionId condition ${CHILD} | shows done | notedOn 2026-11-05`,
  `conditionEvidence ${CHILD} | conditionId condition ${CHILD} | shows not-kept | notedOn 2026-11-06 | toldOn 2026-11-06`,
  `order ${CHILD} | outcome 1 | answer given | answeredOn 2026-11-03 | advisedOn 2026-11-02 | givenOn 2026-11-03 | endsOn 2027-02-23 | ended breached | endedOn 2026-11-09 | outcomeOn 2026-11-09`,
  `subject ${CHILD}`,
];

/** Ended records ask for nothing more; the outcome that the force recorded asks whether an interview was offered. */
export const DIARY = [
  `2026-11-23 | coming | Say whether an interview was offered | order ${CHILD} | An outcome was recorded on 9 November 2026. Whether an interview was offered is recorded within ten working days of an outcome.`,
];

export const DONE = [
  `2026-11-02 | ${ROWAN} | collection | case-work | ${CHILD}`,
  `2026-11-02 | ${ROWAN} | collection | case-work | agencyContact ${CHILD}`,
  `2026-11-02 | ${ROWAN} | alteration | correction | agencyContact ${CHILD}`,
  `2026-11-02 | ${ROWAN} | collection | case-work | order ${CHILD}`,
  `2026-11-02 | ${ROWAN} | collection | case-work | condition ${CHILD}`,
  `2026-11-02 | ${ROWAN} | collection | case-work | condition ${CHILD}`,
  `2026-11-02 | ${ROWAN} | disclosure | disclosure | ${CHILD}, order ${CHILD}, condition ${CHILD}, condition ${CHILD} | force-system | DC 2218 Tamsin Okoro`,
  `2026-11-03 | ${ROWAN} | alteration | case-work | order ${CHILD}`,
  `2026-11-05 | ${ROWAN} | collection | case-work | conditionEvidence ${CHILD}`,
  `2026-11-05 | ${ROWAN} | alteration | case-work | condition ${CHILD}`,
  `2026-11-06 | ${ROWAN} | collection | case-work | conditionEvidence ${CHILD}`,
  `2026-11-06 | ${ROWAN} | disclosure | disclosure | ${CHILD}, order ${CHILD}, condition ${CHILD}, conditionEvidence ${CHILD} | force-system | DC 2218 Tamsin Okoro`,
  `2026-11-06 | ${ROWAN} | alteration | case-work | conditionEvidence ${CHILD}`,
  `2026-11-09 | ${ROWAN} | alteration | case-work | order ${CHILD}`,
  `2026-11-09 | ${ROWAN} | alteration | case-work | order ${CHILD}`,
];
