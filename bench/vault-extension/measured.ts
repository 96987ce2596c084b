/** What the bench page hands back. Milliseconds, and bytes of JSON in UTF-8. */

export interface RecordSizes {
  readonly count: number;
  readonly medianBytes: number;
  readonly totalBytes: number;
}

export interface FilledTimes {
  readonly commitsMs: number;
  readonly compactMs: number;
}

/** Pages decrypted and parsed, then the records held. */
export interface OpenTimes {
  readonly loadMs: number;
  readonly holdMs: number;
}

export interface RawTimes {
  readonly putMs: number;
  readonly appendMs: number;
}

export interface EditTimes extends RawTimes {
  readonly editMs: number;
  readonly sealedBytes: number;
}

export interface ReadyTimes {
  /** From the key. */
  readonly sessionMs: number;
  /** Open referrals and their subjects are in hand. From the key. */
  readonly usableMs: number;
  /** Every record is in hand, and the first search over every subject is answered. From the key. */
  readonly searchableMs: number;
  readonly openCount: number;
  readonly foundCount: number;
}

export interface LaterTimes {
  /** The journal was read through too: the first save need not wait. From the key. */
  readonly wholeMs: number;
  /** A later search, by itself. */
  readonly searchMs: number;
}

export interface PartTimes {
  /** Database, files, journal and keyring. */
  readonly shelfMs: number;
  readonly loadMs: number;
  readonly holdMs: number;
}
