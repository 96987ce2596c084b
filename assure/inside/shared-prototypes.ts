/** The shared prototypes: detects whether a case altered one, or a function that is reached through one. */

/**
 * The prototypes and everything that their members lead to: `{"hasOwnProperty": {"call": 0}}`, merged without care,
 * leaves each prototype as it was and alters the function that everybody calls.
 */
function shared(): readonly object[] {
  const all = new Set<object>([
    Object.prototype,
    Array.prototype,
    Function.prototype,
    String.prototype,
  ]);
  for (const one of all)
    for (const { value } of Object.values(Object.getOwnPropertyDescriptors(one)))
      if (typeof value === 'function' || (typeof value === 'object' && value !== null))
        all.add(value);
  return [...all];
}

/** Remembers the shared prototypes and restores them: the harness itself works with them. */
export function watchPrototypes(): { putRight(): string | undefined } {
  const { ownKeys, getOwnPropertyDescriptor, defineProperty, deleteProperty } = Reflect;
  const clean = shared().map((prototype) => {
    const members: [PropertyKey, PropertyDescriptor][] = [];
    const keys = ownKeys(prototype);
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] as PropertyKey;
      members[at] = [key, getOwnPropertyDescriptor(prototype, key) as PropertyDescriptor];
    }
    return { prototype, members, known: new Set(keys) };
  });
  const has = Set.prototype.has;
  const apply = Reflect.apply;
  return {
    // Uses no method that could itself have been altered.
    putRight() {
      let altered: string | undefined;
      for (let which = 0; which < clean.length; which += 1) {
        const one = clean[which];
        if (one === undefined) continue;
        const { prototype, members, known } = one;
        for (let at = 0; at < members.length; at += 1) {
          const [key, before] = members[at] as [PropertyKey, PropertyDescriptor];
          const now = getOwnPropertyDescriptor(prototype, key);
          if (now && now.value === before.value && now.get === before.get) continue;
          defineProperty(prototype, key, before);
          altered = typeof key === 'symbol' ? 'a symbol' : `${key}`;
        }
        const keys = ownKeys(prototype);
        for (let at = 0; at < keys.length; at += 1) {
          const key = keys[at] as PropertyKey;
          if (apply(has, known, [key])) continue;
          deleteProperty(prototype, key);
          altered = typeof key === 'symbol' ? 'a symbol' : `${key}`;
        }
      }
      return altered;
    },
  };
}
