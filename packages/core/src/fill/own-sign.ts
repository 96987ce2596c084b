import type { NameLine } from './shown-name.js';

/** A text on the page that says whose form it is, as it was read there. */
export interface OwnSign {
  /** `new-record`: nothing is there yet, and the name is to be typed into the box of this label. */
  readonly kind: 'name' | 'born' | 'reference' | 'new-record';
  readonly text: string;
  /** Place of a name; absent for the rest. */
  readonly place?: NameLine['place'] | 'label';
  /** Label of a reference, if it has one. */
  readonly label?: string;
}
