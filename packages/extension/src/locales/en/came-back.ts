/** Words about half-typed forms: when one comes back, and when one is left. */
export const cameBack = {
  'came-back.title': 'Continue with what you typed before?',
  'came-back.when':
    'You typed this on {when} and did not save it. Check that it is still right before you save it.',
  'came-back.earlier':
    'You typed this on an earlier visit and did not save it. Check that it is still right before you save it.',
  'came-back.go-on': 'Yes, continue',
  'came-back.afresh': 'No, start afresh',
  'came-back.not-discarded': 'What you typed could not be removed. {why} Try again.',
  'came-back.leave': 'Keep what you typed?',
  'came-back.leave.body': 'It is not saved. If you keep it, it is here when you come back.',
  'came-back.leave.keep': 'Keep it for later',
  'came-back.leave.discard': 'Throw it away',
  'came-back.leave.stay': 'Stay on this page',
} as const;
