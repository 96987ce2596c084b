/** Something of the last time, in this window and until the vault is locked: never in the next opening of a vault. */
export interface KeptUntilLock<T> {
  /** @param opening - of the vault */
  last(opening: object | undefined): T | undefined;
  keep(opening: object | undefined, value: T): void;
}

export function keptUntilLock<T>(): KeptUntilLock<T> {
  const kept = new WeakMap<object, T>();
  return {
    last: (opening) => opening && kept.get(opening),
    keep(opening, value) {
      if (opening) kept.set(opening, value);
    },
  };
}
