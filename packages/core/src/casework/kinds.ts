/** Every kind of record with the row from its area. A kind that no area names does not compile. */
import type { KindRows } from './act/kind-row.js';
import { ASSESS_KINDS } from './assess/kinds.js';
import { CONTACT_KINDS } from './contact/kinds.js';
import { INTAKE_KINDS } from './intake/kinds.js';
import { KEEPING_KINDS } from './keeping/kinds.js';
import { ORDER_KINDS } from './orders/kinds.js';
import { ORGANISATION_KINDS } from './organisation/kinds.js';
import { PERSON_KINDS } from './person/kinds.js';

/** The areas, each with its own kinds. */
export const AREAS = {
  organisation: ORGANISATION_KINDS,
  intake: INTAKE_KINDS,
  person: PERSON_KINDS,
  contact: CONTACT_KINDS,
  assess: ASSESS_KINDS,
  orders: ORDER_KINDS,
  keeping: KEEPING_KINDS,
} as const;

export const KINDS: KindRows = {
  ...AREAS.organisation,
  ...AREAS.intake,
  ...AREAS.person,
  ...AREAS.contact,
  ...AREAS.assess,
  ...AREAS.orders,
  ...AREAS.keeping,
};
