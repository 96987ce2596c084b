/** Values required on every record that leaves or enters. */
export const GATES = {
  marking: 'OFFICIAL-SENSITIVE',
  purpose: 'prevention',
  lawfulBasis: 'part3-task',
  necessity: 'assess-referral',
} as const;
