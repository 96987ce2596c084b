import { describe, expect, it } from 'vitest';
import { mapArea } from '../../storage/place/map-area.js';
import { answerRelay, relayedArea, relayedManaged, type Sender } from './storage-relay.js';

const keeper = { id: 'ours', url: 'chrome-extension://ours/keeper.html' };
const managed = async () => ({ fips: true });
const relay = (area = mapArea(), sender: Sender = keeper) => ({
  area,
  relayed: relayedArea(
    async (ask) => answerRelay(structuredClone(ask), sender, keeper, area, managed),
    1,
  ),
});

describe('the relay of storage', () => {
  it('reads, writes and removes for the keeper', async () => {
    const { relayed } = relay();
    expect(await relayed.get('cp-vault-live')).toBeUndefined();
    await relayed.set('cp-vault-live', { version: 1 });
    expect(await relayed.get('cp-vault-live')).toEqual({ version: 1 });
    await relayed.remove('cp-vault-live');
    expect(await relayed.get('cp-vault-live')).toBeUndefined();
  });

  it('serves the keys of a vault that stands beside one that was set aside', async () => {
    const { relayed } = relay();
    for (const key of ['cp-aside-live', 'cp-vault-practice-2', 'cp-mark-live-13']) {
      await relayed.set(key, 1);
      expect(await relayed.get(key)).toBe(1);
    }
    for (const key of ['cp-aside-live-2', 'cp-vault-live-0', 'cp-mark-live-', 'cp-tries-2'])
      await expect(relayed.get(key)).rejects.toThrow();
  });

  it('serves no other page, no content script and no other extension', async () => {
    const area = mapArea();
    for (const sender of [
      { ...keeper, id: 'theirs' },
      { ...keeper, url: 'chrome-extension://ours/sidepanel.html' },
      { ...keeper, url: 'https://records.example.org/keeper.html' },
      { id: 'ours' },
      {},
    ])
      expect(
        answerRelay(
          { type: 'keeper/storage', op: 'get', key: 'cp-tries' },
          sender,
          keeper,
          area,
          managed,
        ),
      ).toBeUndefined();
  });

  it('serves no other key and no other message', () => {
    for (const message of [
      { type: 'keeper/storage', op: 'get', key: 'grant-1' },
      { type: 'keeper/storage', op: 'clear', key: 'cp-tries' },
      { type: 'other', op: 'get', key: 'cp-tries' },
      { type: 'keeper/storage', op: 'get', key: 'cp-vault-livex' },
      null,
      'text',
    ])
      expect(answerRelay(message, keeper, keeper, mapArea(), managed)).toBeUndefined();
  });

  it('reads the managed policy for the keeper alone', async () => {
    const readBy = (sender: Sender) =>
      relayedManaged(async (ask) => answerRelay(ask, sender, keeper, mapArea(), managed), 1)();
    expect(await readBy(keeper)).toEqual({ fips: true });
    await expect(readBy({ ...keeper, id: 'theirs' })).rejects.toThrow(TypeError);
  });

  it('asks again when the service worker did not hear', async () => {
    let sent = 0;
    const area = mapArea();
    const relayed = relayedArea(async (ask) => {
      sent += 1;
      if (sent === 1) throw new Error('Receiving end does not exist');
      return sent === 2 ? undefined : answerRelay(ask, keeper, keeper, area, managed);
    }, 1);
    await relayed.set('cp-tries', 1);
    expect(await area.get('cp-tries')).toBe(1);
  });

  it('fails when storage does', async () => {
    const area = mapArea();
    area.set = async () => {
      throw new Error('full');
    };
    await expect(relay(area).relayed.set('cp-tries', 1)).rejects.toThrow(TypeError);
  });
});
