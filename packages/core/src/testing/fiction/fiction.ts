/** A fictional record of every kind: the builders' starting values. */
import type { RecordKind } from '../../record/kind.js';
import { ENDING_FICTION } from './fiction-ending.js';
import { INTAKE_FICTION } from './fiction-intake.js';
import { ORDER_FICTION } from './fiction-order.js';
import { PERSON_FICTION } from './fiction-person.js';
import { WORK_FICTION } from './fiction-work.js';

type Fields = Readonly<Record<string, unknown>>;

/** The fields of each kind except its id, made again each time because they name other records. */
export const FICTION: Readonly<Record<RecordKind, () => Fields>> = {
  ...PERSON_FICTION,
  ...INTAKE_FICTION,
  ...WORK_FICTION,
  ...ORDER_FICTION,
  ...ENDING_FICTION,
};
