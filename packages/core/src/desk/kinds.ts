/** Every kind of record with the row from its area. A kind that no area names does not compile. */

import type { KindRows } from '../casework/act/kind-row.js';
import { ASSESS_KINDS } from '../casework/assess/kinds.js';
import { CONTACT_KINDS } from '../casework/contact/kinds.js';
import { INTAKE_KINDS } from '../casework/intake/kinds.js';
import { KEEPING_KINDS } from '../casework/keeping/kinds.js';
import { ORDER_KINDS } from '../casework/orders/kinds.js';
import { PERSON_KINDS } from '../casework/person/kinds.js';

/** The areas, each with its own kinds. */
export const AREAS = {
  intake: INTAKE_KINDS,
  person: PERSON_KINDS,
  contact: CONTACT_KINDS,
  assess: ASSESS_KINDS,
  orders: ORDER_KINDS,
  keeping: KEEPING_KINDS,
} as const;

export const KINDS: KindRows = {
  ...AREAS.intake,
  ...AREAS.person,
  ...AREAS.contact,
  ...AREAS.assess,
  ...AREAS.orders,
  ...AREAS.keeping,
};

type Areas = typeof AREAS;

/** The list of each kind of an area that names one. */
type ListsOf<Rows> = {
  [K in keyof Rows]: Rows[K] extends { readonly list: infer List } ? List : never;
}[keyof Rows];

/** Every list that a kind is in: its name, and the projection that makes its rows. */
export type KindList = { [A in keyof Areas]: ListsOf<Areas[A]> }[keyof Areas];
