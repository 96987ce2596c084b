/** Something an officer can put right: expected trouble, returned rather than thrown. */
export interface Issue {
  /** Stable kebab-case code, e.g. `date-unreadable`. */
  readonly code: string;
  /** A plain sentence that says what is wrong and what to do. */
  readonly message: string;
  /** Place of the problem: a field path, a line and column, or a label on the page. */
  readonly at?: string;
  /** `error` stops a save until it is put right; `warning` never does. */
  readonly severity: 'error' | 'warning';
}

/** True if the issue stops a save. */
export function isError({ severity }: Pick<Issue, 'severity'>): boolean {
  return severity === 'error';
}

/** Expected failure as data: either the value, or what is wrong with it. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A result that succeeded, with any issues to report with it. */
export function passed<T>(value: T, issues: readonly Issue[] = []): Result<T> {
  return { ok: true, value, issues };
}

/** A result that failed, with one issue for each thing to put right. */
export function failed<T = never>(...issues: readonly Issue[]): Result<T> {
  return { ok: false, issues };
}
