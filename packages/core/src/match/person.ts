/**
 * A person in the form that is compared: values of a few kinds, each with its displayed text and its place in the
 * records.
 */
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
  /** Displayed text: the whole name, the lines of an address, an ISO date, E.164. */
  readonly text: string;
  /** Parts of a name, if known. */
  readonly given?: string;
  readonly family?: string;
  /** Platform of a handle, if known: a code of `online-platform`. */
  readonly platform?: string;
  /** Postcode of an address. */
  readonly postcode?: string;
  /** The record and property it comes from; absent for a draft. */
  readonly at?: { readonly record: RecordId; readonly path: string };
  /** Day on which it was noted, if recorded. */
  readonly notedOn?: PlainDate;
}

/** The known values of one person. An absent value is unknown: it is not evidence for or against anybody. */
export interface MatchPerson {
  readonly values: readonly MatchValue[];
}

/** The person that somebody is looked for as. */
export interface SoughtPerson extends MatchPerson {
  /** Id of the work that they are looked for in, such as a draft; absent: every look is logged. */
  readonly work?: RecordId;
}

export interface HeldPerson extends MatchPerson {
  /** Id of the subject. */
  readonly id: RecordId;
}
