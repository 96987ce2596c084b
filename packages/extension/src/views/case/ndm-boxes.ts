/** The six boxes of the National Decision Model, in its order, the Code of Ethics at its centre last. */
export const NDM_BOXES = [
  'information',
  'threatAndRisk',
  'powersAndPolicy',
  'options',
  'actionAndReview',
  'ethics',
] as const;
