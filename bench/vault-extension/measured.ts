/** The results of the bench page. Milliseconds, and bytes of JSON in UTF-8. */

export interface RecordSizes {
  readonly count: number;
  readonly medianBytes: number;
  readonly totalBytes: number;
}

export interface FilledTimes {
  readonly commitsMs: number;
  readonly compactMs: number;
}

/** Pages decrypted and parsed, then the records taken into the store. */
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
  /** From the key to an open session. */
  readonly sessionMs: number;
  /** From the key until open referrals and their subjects are loaded. */
  readonly usableMs: number;
  /** From the key until every record is loaded, and the first search over every subject is answered. */
  readonly searchableMs: number;
  readonly openCount: number;
  readonly foundCount: number;
}

export interface LaterTimes {
  /** From the key until the journal was read through too: the first save need not wait. */
  readonly wholeMs: number;
  /** A later search alone. */
  readonly searchMs: number;
}

export interface PartTimes {
  /** Database, files, journal and keyring. */
  readonly shelfMs: number;
  readonly loadMs: number;
  readonly holdMs: number;
}
