/** A peer's answer from the page, as one JSON string: the cheapest form to transfer. */
export interface PeerAnswer {
  readonly text: string;
  /** Milliseconds in the page. */
  readonly readMs: number;
}

/** The panel's times of one press, in milliseconds. */
export interface PeerTimes {
  /** From the press until the panel asks for the page. */
  readonly toldMs: number;
  readonly readMs: number;
  /** Injection and the transport of the answer. */
  readonly handOverMs: number;
  /** From parsing the answer to the painted text. */
  readonly paintMs: number;
  readonly totalMs: number;
  readonly characterCount: number;
}

/** @param read - the peer's work in the page, from nothing to its text */
export function answerOf(read: () => string): string {
  const begun = performance.now();
  const text = read();
  return JSON.stringify({ text, readMs: performance.now() - begun } satisfies PeerAnswer);
}
