/** The state of a vault, checked as it comes from the keeper. */
import * as v from 'valibot';
import { Officer } from '../officer.js';
import type { VaultState } from '../vault-state.js';
import { Kind, Whole } from './shapes.js';

const damage = {
  kind: Kind,
  what: v.picklist(['emptied', 'altered', 'cut', 'unmarked', 'keys-gone', 'unreadable-entries']),
  message: v.string(),
  readable: v.exactOptional(Whole),
  entries: v.exactOptional(Whole),
};
const Damage = v.strictObject(damage);

export const State: v.GenericSchema<unknown, VaultState> = v.variant('name', [
  v.strictObject({ name: v.literal('checking') }),
  v.strictObject({ name: v.literal('none') }),
  v.strictObject({
    name: v.literal('locked'),
    kinds: v.array(Kind),
    retryAfterMs: v.exactOptional(v.number()),
    damaged: v.exactOptional(v.array(Damage)),
  }),
  v.strictObject({ name: v.literal('open'), kind: Kind, officer: Officer }),
  v.strictObject({ name: v.literal('damaged'), ...damage, also: v.exactOptional(Damage) }),
  v.strictObject({ name: v.literal('unavailable'), message: v.string() }),
]);
