/** A handle in the form by which its platform distinguishes it. */
import { tidyLine } from '../capture/read/read-text.js';
import rules from './data/handle-rules.json' with { type: 'json' };
import { fold } from './fold.js';

/** A dated list: the platforms on which capitals matter, and the text around a handle that is not part of it. */
export const HANDLE_RULES: {
  readonly status: string;
  readonly checkedOn: string;
  readonly capitalsMatter: readonly string[];
  readonly before: Readonly<Record<string, readonly string[]>>;
  readonly after: Readonly<Record<string, readonly string[]>>;
} = rules;

export interface ComparedHandle {
  /** The form in small letters, common to two handles that may be one. */
  readonly key: string;
  /** The form by which the platform distinguishes it: capitals stay if they matter. */
  readonly exact: string;
  readonly platform?: string;
}

const ADDRESS = /^(?:https?:\/\/)?(?:www\.)?[\w-]+(?:\.[\w-]+)+\/(\S+)$/i;
const LONGEST = 100;

/** Prepares a handle; undefined if nothing is left of it. */
export function comparedHandle(text: string, platform?: string): ComparedHandle | undefined {
  const tidy = tidyLine(text.slice(0, 500)).normalize('NFKC');
  let bare = (ADDRESS.exec(tidy)?.[1] ?? tidy).replace(/[?#]\S*=\S*$/, '').replace(/\/+$/, '');
  for (const mark of HANDLE_RULES.before[platform ?? ''] ?? [])
    if (bare.toLowerCase().startsWith(mark)) bare = bare.slice(mark.length);
  bare = bare.replace(/^@/, '');
  for (const mark of HANDLE_RULES.after[platform ?? ''] ?? [])
    if (bare.endsWith(mark)) bare = bare.slice(0, -mark.length);
  bare = bare.slice(0, LONGEST);
  // A handle needs a letter or a digit: signs alone cannot distinguish people.
  if (!/[\p{L}\p{N}]/u.test(bare)) return undefined;
  const low = bare.toLowerCase();
  if (fold(low) === '') return undefined;
  const matter = platform === undefined || HANDLE_RULES.capitalsMatter.includes(platform);
  return {
    key: low,
    exact: matter ? bare : low,
    ...(platform === undefined ? {} : { platform }),
  };
}
