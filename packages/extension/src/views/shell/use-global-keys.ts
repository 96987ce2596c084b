/** Keys that act on every screen. */
import { useApp } from '../../app/app.js';
import { useKeys } from '../../app/keys/use-keys.js';
import type { EarlyKeys } from './early-keys.js';

export interface GlobalKeys {
  readonly onConcern: () => void;
  readonly onHelp: () => void;
  readonly onPalette: () => void;
  /** False while the vault is locked, and on a visit: no key leads to another screen then. */
  readonly isFree: boolean;
}

interface RowKeys {
  readonly early: EarlyKeys;
  readonly findInList: () => boolean;
  readonly stepRows: (by: 1 | -1) => void;
}

/** Loaded after the first screen, and once: a key that waited again for it would be overtaken by an Enter after it. */
let rowKeys: RowKeys | undefined;
const loading: Promise<RowKeys | undefined> = import('./row-keys.js').then(
  ({ early, findInList, stepRows }) => {
    rowKeys = { early, findInList, stepRows };
    return rowKeys;
  },
  // Without them rows are reached by Tab.
  () => undefined,
);

/** Undefined in the first moments, when nobody has seen a screen yet. */
export function earlyKeysLoaded(): EarlyKeys | undefined {
  return rowKeys?.early;
}

function withRows(run: (keys: RowKeys) => void): void {
  if (rowKeys) run(rowKeys);
  else void loading.then((loaded) => loaded && run(loaded));
}

const LISTS = ['today', 'subjects', 'diary'] as const;

export function useGlobalKeys({ onConcern, onHelp, onPalette, isFree }: GlobalKeys): void {
  const { session, screens, router } = useApp();
  const isReview = router.route.value.name === 'review';
  const go = (name: 'review' | (typeof LISTS)[number]) =>
    name in screens ? () => router.go({ name }) : undefined;
  const step = (by: 1 | -1) => () => withRows(({ stepRows }) => stepRows(by));
  useKeys(undefined, {
    concern: onConcern,
    blank: () => session.blank(),
    palette: onPalette,
    help: onHelp,
    ...(isFree && {
      find: () => withRows(({ findInList }) => findInList() || onPalette()),
      next: step(1),
      previous: step(-1),
      ...Object.fromEntries(LISTS.map((name) => [name, go(name)])),
      ...(!isReview && { capture: go('review') }),
    }),
  });
}
