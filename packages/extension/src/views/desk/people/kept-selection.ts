/** People selected in the list of subjects, until the vault is locked: coming back to the list, they still are. */
import { type Signal, signal } from '@preact/signals';

type Selected = Signal<ReadonlySet<string>>;

const kept = new WeakMap<object, Selected>();

/** @param opening - of the vault: nothing that was selected in one is selected in the next */
export function keptSelection(opening: object | undefined): Selected {
  const selected = (opening && kept.get(opening)) ?? signal<ReadonlySet<string>>(new Set());
  if (opening) kept.set(opening, selected);
  return selected;
}
