import { beforeAll, describe, expect, it } from 'vitest';
import { type Bytes, hex, utf8 } from './bytes.js';
import { newRoot, type PurposeKeys, purposeKeys } from './keys.js';
import { open, seal } from './seal.js';

const SEALING = ['batches', 'mark', 'work', 'slots', 'identity'] as const;
const NAMING = ['workNames', 'blobNames', 'searches'] as const;
const place = { vault: 'a', table: 't', device: 'd', seq: 0, schema: 1, key: 'k' };

describe('the keys of a vault', () => {
  let root: Bytes;
  let keys: PurposeKeys;
  beforeAll(async () => {
    root = newRoot();
    keys = await purposeKeys(root, 'a');
  });
  const nameBy = async (key: CryptoKey): Promise<string> =>
    hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8('the same thing'))));

  it('are one for each purpose, and none opens what another sealed', async () => {
    expect(Object.keys(keys).sort()).toEqual([...SEALING, ...NAMING, 'backup'].sort());
    for (const sealing of SEALING) {
      const sealed = await seal(keys[sealing], place, utf8('x'));
      for (const opening of SEALING) {
        const opened = open(keys[opening], place, sealed);
        if (opening === sealing) expect(await opened).toEqual(utf8('x'));
        else await expect(opened).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
      }
    }
  });

  it('name one thing apart for each purpose and each vault', async () => {
    const other = await purposeKeys(root, 'b');
    const names = await Promise.all(
      [keys, other].flatMap((of) => NAMING.map((n) => nameBy(of[n]))),
    );
    expect(new Set(names).size).toBe(6);
  });

  it('are the same at every unlock', async () => {
    const again = await purposeKeys(root, 'a');
    for (const name of NAMING) expect(await nameBy(again[name])).toBe(await nameBy(keys[name]));
    const sealed = await seal(keys.slots, place, utf8('x'));
    expect(await open(again.slots, place, sealed)).toEqual(utf8('x'));
  });

  it('cannot be exported, and do nothing but what they are for', () => {
    for (const key of Object.values(keys)) expect(key.extractable).toBe(false);
    for (const name of NAMING) expect(keys[name].usages).toEqual(['sign']);
    expect(keys.backup.usages).toEqual(['deriveKey']);
    for (const name of SEALING)
      expect([...keys[name].usages].sort()).toEqual(['decrypt', 'encrypt']);
  });
});
