/**
 * Firefox: the page that keeps the vault may be closed while others are open. Those wait with its keys, none of which
 * can be exported, and forget them at the first message of a lock. Each waiting page gets its keys and *forget* in
 * order, on its own channel; only pages of this extension can join any of the channels.
 */
import * as v from 'valibot';
import { VAULT_KINDS } from '../ports/vault-terms.js';
import { Identity } from '../vault/identity.js';
import type { VaultKeys } from '../vault/open-vault.js';

const SHARED = 'cp-keeper-keys';

const Key = v.pipe(
  v.instance(CryptoKey),
  v.check((key) => !key.extractable),
);

const Keys: v.GenericSchema<unknown, VaultKeys> = v.strictObject({
  vault: v.string(),
  kind: v.picklist(VAULT_KINDS),
  identity: Identity,
  purposes: v.strictObject({
    batches: Key,
    mark: Key,
    work: Key,
    slots: Key,
    workNames: Key,
    blobNames: Key,
    searches: Key,
    identity: Key,
    backup: Key,
  }),
  signing: Key,
  exchange: Key,
});

/** Messages on the shared channel. */
const Call = v.variant('name', [
  /** A page has started to keep: the waiting pages ask it. */
  v.strictObject({ name: v.literal('here') }),
  /** A page waits, and listens on its own channel. */
  v.strictObject({ name: v.literal('ask'), at: v.pipe(v.string(), v.uuid()) }),
]);
type Call = v.InferOutput<typeof Call>;

/** Messages on the channel of one waiting page. */
const Word = v.variant('name', [
  v.strictObject({ name: v.literal('keys'), keys: Keys }),
  v.strictObject({ name: v.literal('forget') }),
]);
type Word = v.InferOutput<typeof Word>;

type OpenChannel = (name: string) => BroadcastChannel;

/** A page that waits to keep the vault. */
export function waitForKeys(openChannel: OpenChannel): {
  held(): VaultKeys | undefined;
  close(): void;
} {
  const at = crypto.randomUUID();
  const [shared, own] = [openChannel(SHARED), openChannel(`${SHARED}-${at}`)];
  const ask = (): void => shared.postMessage({ name: 'ask', at } satisfies Call);
  let held: VaultKeys | undefined;
  own.onmessage = ({ data }: MessageEvent) => {
    const word = v.safeParse(Word, data);
    if (word.success) held = word.output.name === 'keys' ? word.output.keys : undefined;
  };
  shared.onmessage = ({ data }: MessageEvent) => {
    const call = v.safeParse(Call, data);
    if (call.success && call.output.name === 'here') ask();
  };
  ask();
  return {
    held: () => held,
    close() {
      held = undefined;
      shared.close();
      own.close();
    },
  };
}

/**
 * The page that keeps the vault: gives its keys to the waiting pages, from an unlock to the first message of a lock.
 */
export function handKeys(openChannel: OpenChannel): {
  offer(keys: VaultKeys): void;
  forget(): void;
  close(): void;
} {
  const shared = openChannel(SHARED);
  const waiting = new Map<string, BroadcastChannel>();
  let offered: VaultKeys | undefined;
  const say = (channel: BroadcastChannel, word: Word): void => channel.postMessage(word);
  shared.onmessage = ({ data }: MessageEvent) => {
    const call = v.safeParse(Call, data);
    if (!call.success || call.output.name !== 'ask') return;
    const { at } = call.output;
    const channel = waiting.get(at) ?? openChannel(`${SHARED}-${at}`);
    waiting.set(at, channel);
    if (offered) say(channel, { name: 'keys', keys: offered });
  };
  shared.postMessage({ name: 'here' } satisfies Call);
  return {
    offer(keys) {
      offered = keys;
      for (const channel of waiting.values()) say(channel, { name: 'keys', keys });
    },
    forget() {
      offered = undefined;
      for (const channel of waiting.values()) say(channel, { name: 'forget' });
    },
    close() {
      offered = undefined;
      shared.close();
      for (const channel of waiting.values()) channel.close();
    },
  };
}
