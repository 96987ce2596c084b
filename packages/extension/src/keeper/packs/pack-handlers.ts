/** Handlers of the verbs about definition packs. */
import { PACKS_KEY } from '../../ports/packs.js';
import type { PACK_VERBS } from '../../ports/verbs/pack-verbs.js';
import type { HandlersOf } from '../answer-request.js';
import type { PacksInHand } from './packs-in-hand.js';

type Act<T> = (open: { readonly packs: PacksInHand }) => Promise<T>;
type Opened = <T>(act: Act<T>) => Promise<T>;

/** @param onChange - called with the key that every page is told about */
export function packHandlers(
  opened: Opened,
  onChange: (key: string) => void,
): HandlersOf<keyof typeof PACK_VERBS> {
  const change = async <T extends { readonly ok: boolean }>(act: Act<T>): Promise<T> => {
    const done = await opened(act);
    if (done.ok) onChange(PACKS_KEY);
    return done;
  };
  return {
    'packs-held': () => opened(async ({ packs }) => (await packs.desk()).read()),
    'pack-preview': ([text, pin]) =>
      opened(async ({ packs }) => (await packs.desk()).preview(text, pin)),
    'pack-take': ([text, pin, shown]) =>
      change(({ packs }) => packs.change((desk) => desk.take(text, pin, shown))),
    'pack-set-aside': ([digest, reason]) =>
      change(({ packs }) => packs.change((desk) => desk.setAside(digest, reason))),
    'pack-put-back': ([digest]) =>
      change(({ packs }) => packs.change((desk) => desk.putBack(digest))),
    'pack-distrust': ([signingKey]) =>
      change(({ packs }) => packs.change((desk) => desk.distrust(signingKey))),
    'rules-in-force': () => opened(({ packs }) => packs.inForce()),
  };
}
