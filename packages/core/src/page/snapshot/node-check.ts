/**
 * Permitted content of a snapshot's node, checked in place: values from `JSON.parse`, hostile until proved otherwise.
 */

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Checks properties, and removes `__proto__` as an own member: see `dropForeign`. */
export function isProperties(properties: unknown): properties is Json {
  if (!isObject(properties)) return false;
  for (const key in properties) {
    if (!isProperty(properties[key])) return false;
    if (key === '__proto__') Reflect.deleteProperty(properties, key);
  }
  return true;
}

function isProperty(value: unknown): boolean {
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string' || typeof item === 'number');
  const type = typeof value;
  return value === null || type === 'string' || type === 'number' || type === 'boolean';
}

/** Checks live data, and removes members that `LiveData` does not have. */
export function isLiveData(data: unknown): boolean {
  if (!isObject(data)) return false;
  for (const key in data) {
    const check = Object.hasOwn(LIVE, key) ? LIVE[key] : undefined;
    if (!check) Reflect.deleteProperty(data, key);
    else if (!check(data[key])) return false;
  }
  return true;
}

const LIVE: Readonly<Record<string, (value: unknown) => boolean>> = {
  value: (value) => typeof value === 'string',
  checked: (value) => typeof value === 'boolean',
  hidden: (value) => typeof value === 'boolean',
  covered: (value) => value === true,
  box: isBox,
  shadow: (value) => value === 'open' || value === 'closed',
  frame: (value) => typeof value === 'number',
  withheld: (value) => value === true,
};

export function isBox(value: unknown): boolean {
  return isNumbers(value, 4);
}

/** True for whole numbers, each greater than the one before. */
export function isRising(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) &&
    value.every((item, at) => Number.isInteger(item) && item > (at === 0 ? -1 : value[at - 1]))
  );
}

export function isNumbers(value: unknown, count: number): boolean {
  return Array.isArray(value) && value.length === count && value.every(Number.isFinite);
}

/**
 * Removes members that are not in the shape, and `__proto__` as an own member everywhere: JSON can carry it, and a
 * later copy by assignment would make it the prototype.
 */
export function dropForeign(object: Json, known: readonly string[]): void {
  for (const key in object)
    if (key === '__proto__' || !known.includes(key)) Reflect.deleteProperty(object, key);
}
