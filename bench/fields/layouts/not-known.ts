/** The ways in which a record says that it does not know. None of them is a value. */

export interface NotKnown {
  readonly name: string;
  /** Its text; empty for a blank. */
  readonly text: string;
  /** Its markup among texts, where that is more than the text. */
  readonly markup?: string;
}

export const NOT_KNOWN: readonly NotKnown[] = [
  { name: 'n-a', text: 'N/A' },
  { name: 'none', text: 'None' },
  { name: 'nil', text: 'Nil' },
  { name: 'refused', text: 'Refused' },
  { name: 'tbc', text: 'TBC' },
  { name: 'hyphen', text: '-' },
  { name: 'dash', text: '—', markup: '<span class="text-muted">—</span>' },
  { name: 'not-known', text: 'Not known' },
  { name: 'no-information', text: 'No information recorded' },
  { name: 'not-recorded', text: 'Not recorded', markup: '<em class="empty">Not recorded</em>' },
  { name: 'no-value', text: '(no value)', markup: '<span class="no-value">(no value)</span>' },
  { name: 'not-provided', text: 'Not provided' },
  { name: 'unknown', text: 'UNKNOWN' },
  { name: 'blank', text: '' },
];
