/** Of *Seen before?*: the words that stand on a page from its start. */
export const seenAtOnce = {
  'seen.into': 'Where is it added?',
  'seen.into.new': 'A new referral',
  'seen.into.held': 'Referral {reference}',
  'seen.into.held-none': 'A referral without a reference',
  'seen.into.received': 'Received {date}',
} as const;
