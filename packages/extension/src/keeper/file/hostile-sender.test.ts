/** The sender and the recipient of an exchange file are who they say: nobody sends, signs or opens one as another officer. */
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import {
  batchOf,
  blobOf,
  exchangeByHand,
  expectFileRefused,
  keepSubject,
  officersUnderTest,
  sends,
  watched,
} from '../../testing/hostile-file-under-test.js';
import { readSealedExchange, sealExchange } from '../../vault/exchange-seal.js';

const { officer, two, clear } = officersUnderTest();
afterEach(clear);

describe('the sender and the recipient of an exchange file', () => {
  it('are bound by their keys: sealed again for somebody of the same id, it does not open', async () => {
    const alice = await officer('Alice Quill');
    const carol = await officer('Carol Fenn');
    const bob = await officer('Bob Fenn', carol.id);
    const subject = await keepSubject(alice, 'Petra Lindqvist');
    const file = await sends(alice, carol, subject);
    const { exchange, identity } = carol.keys;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const pieces = (async function* () {
      yield bytes;
    })();
    const opened = await readSealedExchange(pieces, {
      exchange,
      exchangeKey: identity.exchangeKey,
    });
    const between = { from: opened.from, to: bob.keys.identity.exchangeKey };
    const passedOn = await blobOf(sealExchange(between, opened.body));
    await expectFileRefused(bob, passedOn, 'another officer’s key');
  });

  it('are named by their ids too: a file for another officer does not open by the key alone', async () => {
    const [ines, wren] = await two();
    const subject = buildSubject();
    const batch = await batchOf(wren, [newRecord('subject', subject)]);
    const to = buildSubject().id;
    const file = await exchangeByHand(wren, ines, [batch], { subject: subject.id, to });
    await expectFileRefused(ines, file, 'another officer’s key');
  });

  it('are the ones on the card: the seal names the exchange key of the card inside', async () => {
    const [ines, wren] = await two();
    const subject = buildSubject();
    const batch = await batchOf(wren, [newRecord('subject', subject)]);
    const sealedFrom = (await officer('Omar Fenn')).keys.identity.exchangeKey;
    const says = { subject: subject.id };
    const file = await exchangeByHand(wren, ines, [batch], says, { sealedFrom });
    await expectFileRefused(ines, file, 'altered or damaged');
  });

  it('keep the key that was checked: another key of a known colleague is refused', async () => {
    const ines = await officer('Ines Marlow');
    const omar = await officer('Omar Fenn');
    await ines.page.exchange.takeIn(
      await sends(omar, ines, await keepSubject(omar, 'Petra Lindqvist')),
      watched(),
    );
    const twin = await officer('Omar Fenn', omar.id);
    const subject = await keepSubject(twin, 'Planted');
    await expectFileRefused(ines, await sends(twin, ines, subject), 'this is another key');
    expect(await ines.page.store.query('subject')).toHaveLength(1);
  });

  it('are two: nobody signs a file in the name of the officer who opens it', async () => {
    const ines = await officer('Ines Marlow');
    const twin = await officer('Ines Marlow', ines.id);
    const subject = buildSubject();
    const batch = await batchOf(twin, [newRecord('subject', subject)]);
    const file = await exchangeByHand(twin, ines, [batch], { subject: subject.id });
    await expectFileRefused(ines, file, 'signed in your name');
  });

  it('hand over no batch that somebody else is said to have written', async () => {
    const [ines, wren] = await two();
    const omar = await officer('Omar Fenn');
    await ines.page.exchange.takeIn(
      await sends(omar, ines, await keepSubject(omar, 'Petra Lindqvist')),
      watched(),
    );
    const subject = buildSubject();
    const { device } = ines.keys.identity;
    for (const [as, said] of [
      [{ officer: omar.id }, 'whose key you have checked'],
      [{ officer: ines.id }, 'in your name'],
      [{ officer: wren.id, device }, 'in your name'],
    ] as const) {
      const batch = await batchOf(wren, [newRecord('subject', subject)], { as });
      const file = await exchangeByHand(wren, ines, [batch], { subject: subject.id });
      await expectFileRefused(ines, file, said);
    }
  });
});
