/** What a peer gives back from the page, as one JSON string: the cheapest way to hand anything over. */
export interface PeerAnswer {
  readonly text: string;
  /** Milliseconds in the page. */
  readonly readMs: number;
}

/** What the panel keeps of one press, in milliseconds. */
export interface PeerTimes {
  /** From the press until the panel asks for the page. */
  readonly toldMs: number;
  readonly readMs: number;
  /** Injection and the way back of the answer. */
  readonly handOverMs: number;
  /** Taking the answer apart, and on to the painted text. */
  readonly paintMs: number;
  readonly totalMs: number;
  readonly characterCount: number;
}

/** @param read - the peer's work in the page, from nothing to the text it stands for */
export function answerOf(read: () => string): string {
  const begun = performance.now();
  const text = read();
  return JSON.stringify({ text, readMs: performance.now() - begun } satisfies PeerAnswer);
}
