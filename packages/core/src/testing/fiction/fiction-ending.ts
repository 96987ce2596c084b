/** Fictional records of keeping, handing over, correcting and ending a case. */
import { buildId } from './build-id.js';

export const ENDING_FICTION = {
  hold: () => ({
    subjectId: buildId(),
    reason: 'complaint',
    from: '2026-11-24',
    reviewDueOn: '2027-05-24',
  }),
  retention: () => ({
    subjectId: buildId(),
    group: 'group-3',
    decidedOn: '2026-11-24',
    reason: 'Suspected of an offence under section 1.',
  }),
  retentionReview: () => ({
    subjectId: buildId(),
    reviewedOn: '2026-11-24',
    answers: [{ question: 'serious-harm', answer: 'no', rationale: 'Nothing on record says so.' }],
    outcome: 'retain',
    rationale: 'The case is open.',
  }),
  colleagueRequest: () => ({
    subjectId: buildId(),
    kind: 'handover',
    from: buildId(),
    fromName: 'DC Imre Sandoval',
    to: buildId(),
    toName: 'DS Ines Marlow',
    askedOn: '2026-11-24',
  }),
  sharingPermission: () => ({
    subjectId: buildId(),
    origins: [buildId()],
    wayOut: 'partner',
    permittedBy: 'DS Rhona Quill, regional unit',
    permittedOn: '2026-11-24',
    reference: 'RQ/26/0417',
  }),
  attachment: () => ({
    subjectId: buildId(),
    what: 'signed-notice',
    name: 'notice-signed-0417.pdf',
    receivedOn: '2026-11-24',
    givenBy: 'PC 4127 Imogen Starling',
    source: 'A scan of the paper',
    mediaType: 'application/pdf',
    size: 184_000,
    pieces: [{ blob: 'P'.repeat(43), salt: '0'.repeat(32), digest: '0'.repeat(64) }],
  }),
  correctionNotice: () => ({
    subjectId: buildId(),
    about: buildId(),
    recipient: 'Ottilie Brandt, Testford Academy',
    disclosedOn: '2026-11-20',
    madeOn: '2026-11-24',
    words: 'The date of birth that you received was wrong.',
  }),
};
