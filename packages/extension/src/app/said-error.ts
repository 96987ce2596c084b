/** An error whose message is written for the officer, and is shown as it is. */
export class SaidError extends Error {
  override readonly name = 'SaidError';
}
