/** The six boxes of the National Decision Model, in its order, with its centre, the Code of Ethics, last. */
export const NDM_BOXES = [
  'information',
  'threatAndRisk',
  'powersAndPolicy',
  'options',
  'actionAndReview',
  'ethics',
] as const;
