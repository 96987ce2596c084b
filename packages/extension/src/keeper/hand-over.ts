/**
 * Firefox: the page that keeps the vault may be closed while others are open. Those hold its keys in waiting, none of
 * which can be exported, and forget them at the first word of a lock. Only pages of this extension can join the channel.
 */
import * as v from 'valibot';
import { VAULT_KINDS } from '../vault/header.js';
import { Identity } from '../vault/identity.js';
import type { VaultKeys } from '../vault/open-vault.js';

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
    workNames: Key,
    identity: Key,
  }),
  signing: Key,
  exchange: Key,
});

const HandOver = v.variant('name', [
  v.strictObject({ name: v.literal('ask') }),
  v.strictObject({ name: v.literal('keys'), keys: Keys }),
  v.strictObject({ name: v.literal('forget') }),
]);

/** A page that waits to keep the vault. */
export function waitForKeys(channel: BroadcastChannel): {
  held(): VaultKeys | undefined;
  close(): void;
} {
  let held: VaultKeys | undefined;
  channel.onmessage = ({ data }: MessageEvent) => {
    const message = v.safeParse(HandOver, data);
    if (!message.success) return;
    if (message.output.name === 'keys') held = message.output.keys;
    if (message.output.name === 'forget') held = undefined;
  };
  channel.postMessage({ name: 'ask' });
  return {
    held: () => held,
    close() {
      held = undefined;
      channel.close();
    },
  };
}

/** The page that keeps the vault: hands its keys to those that wait. */
export function handKeys(
  channel: BroadcastChannel,
  current: () => VaultKeys | undefined,
): { offer(): void; forget(): void; close(): void } {
  const offer = (): void => {
    const keys = current();
    if (keys) channel.postMessage({ name: 'keys', keys });
  };
  channel.onmessage = ({ data }: MessageEvent) => {
    const message = v.safeParse(HandOver, data);
    if (message.success && message.output.name === 'ask') offer();
  };
  return {
    offer,
    forget: () => channel.postMessage({ name: 'forget' }),
    close: () => channel.close(),
  };
}
