/** Copies and freezes plain data, so that no caller can change the store's content. */

/** Greatest depth, more than any record kind needs; stops at data that contains itself. */
const MAX_DEPTH = 64;

/**
 * A frozen copy of plain data; members that are `undefined` are dropped.
 *
 * @throws {TypeError} on anything that has no JSON form: functions, dates, maps, data that contains itself
 */
export function frozenCopy<T>(value: T): T {
  return copy(value, 0) as T;
}

/** Freezes plain data in place, all the way down. Data frozen already is assumed to be frozen all the way down. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  // A search freezes every subject and each of its members, so no list of them is made here.
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') deepFreeze(item);
    return Object.freeze(value);
  }
  for (const name in value) {
    const member = value[name];
    if (typeof member === 'object' && member !== null) deepFreeze(member);
  }
  return Object.freeze(value);
}

function copy(value: unknown, depth: number): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} is not plain data`);
  if (depth > MAX_DEPTH) throw new TypeError('The data is nested too deeply, or contains itself');
  if (Array.isArray(value))
    return Object.freeze(Array.from(value, (item: unknown) => copy(item, depth + 1)));
  if (Object.prototype.toString.call(value) !== '[object Object]')
    throw new TypeError('Only plain objects and lists can be kept');
  // `fromEntries` defines members and never calls a setter, so `__proto__` stays a member like any other.
  return Object.freeze(
    Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => [key, copy(member, depth + 1)]),
    ),
  );
}
