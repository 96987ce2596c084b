/** The lists that the kinds of record are in. */
import { AREAS, KINDS } from '../casework/kinds.js';

export { AREAS, KINDS };

type Areas = typeof AREAS;

/** The list of each kind of an area that names one. */
type ListsOf<Rows> = {
  [K in keyof Rows]: Rows[K] extends { readonly list: infer List } ? List : never;
}[keyof Rows];

/** Every list that a kind is in: its name, and the projection that makes its rows. */
export type KindList = { [A in keyof Areas]: ListsOf<Areas[A]> }[keyof Areas];
