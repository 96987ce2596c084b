/** A person as they are compared: values of a few kinds, each as it is shown and with where it is held. */
import type { PlainDate, RecordId } from '../shared/primitives.js';

export const MATCH_KINDS = [
  'name',
  'bornOn',
  'reference',
  'handle',
  'email',
  'phone',
  'address',
] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

export interface MatchValue {
  readonly kind: MatchKind;
  /** As it is shown: the whole name, the lines of an address, an ISO date, E.164. */
  readonly text: string;
  /** Of a name, where they are told apart. */
  readonly given?: string;
  readonly family?: string;
  /** Of a handle: a code of `online-platform`, where it is known. */
  readonly platform?: string;
  /** Of an address. */
  readonly postcode?: string;
  /** Record and property that say so; absent of a draft. */
  readonly at?: { readonly record: RecordId; readonly path: string };
  /** Day on which it was noted, where one is kept. */
  readonly notedOn?: PlainDate;
}

/** What is known of one person. A value that is not there is not known: it speaks neither for nor against anybody. */
export interface MatchPerson {
  readonly values: readonly MatchValue[];
}

export interface HeldPerson extends MatchPerson {
  /** Of the subject. */
  readonly id: RecordId;
}
