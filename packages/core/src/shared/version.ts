/** Releases, and the version ranges that adapters and policies use. */

/** This release of the core. A test checks it against the package's manifest. */
export const CORE_VERSION = '0.0.1';

/** `1.2.0` or `1.2.0-beta.1`. */
export const VERSION = /^\d{1,9}\.\d{1,9}\.\d{1,9}(-[0-9A-Za-z.-]{1,40})?$/;

const COMPARISON = /^(>=|<=|>|<|=)?(\d{1,9}(?:\.\d{1,9}){0,2}(?:-[0-9A-Za-z.-]{1,40})?)$/;

/**
 * True if a text is a range: `*` for every version, or up to four comparisons separated by spaces that must all hold,
 * `>=1.2 <1.4`. A version alone is that version; missing parts are 0.
 */
export function isVersionRange(range: string): boolean {
  const parts = range.trim().split(/\s+/);
  return (
    range.trim() === '*' || (parts.length <= 4 && parts.every((part) => COMPARISON.test(part)))
  );
}

/** True if the version is in the range; false if the text is not a range. */
export function isInRange(version: string, range: string): boolean {
  if (!isVersionRange(range)) return false;
  if (range.trim() === '*') return true;
  return range
    .trim()
    .split(/\s+/)
    .every((part) => {
      const [, operator = '=', bound = ''] = COMPARISON.exec(part) ?? [];
      const order = compareVersions(version, bound);
      if (operator === '=') return order === 0;
      if (operator.startsWith('>')) return order > 0 || (order === 0 && operator === '>=');
      return order < 0 || (order === 0 && operator === '<=');
    });
}

/** Below 0 if `a` is the older. A version with a suffix comes before the release of the same number. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let nth = 0; nth < 3; nth += 1) {
    const difference = (left.numbers[nth] ?? 0) - (right.numbers[nth] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.suffix === right.suffix) return 0;
  if (left.suffix === '') return 1;
  if (right.suffix === '') return -1;
  return left.suffix.localeCompare(right.suffix, 'en', { numeric: true });
}

function partsOf(version: string): {
  readonly numbers: readonly number[];
  readonly suffix: string;
} {
  const [core = '', ...suffix] = version.split('-');
  return { numbers: core.split('.').map(Number), suffix: suffix.join('-') };
}
