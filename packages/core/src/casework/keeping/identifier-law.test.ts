/** The law of identifiers at the store, past all acts and screens. */
import { describe, expect, it } from 'vitest';
import { undoSave } from '../../store/index.js';
import {
  buildOnlineIdentifier,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { dispose, one, refused, setting, TODAY, underLaw } from '../../testing/law-under-test.js';

const REFUSED = { code: 'CP_RECORD_INVALID' };
const nobodys = () => buildOnlineIdentifier({ subjectId: undefined, asSeen: 'wren_m' });

describe('an identifier on nobody', () => {
  it('is not made somebody’s by a save that says neither how sure nor who says so', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    await keep(newRecord('subject', subject), newRecord('onlineIdentifier', nobodys()));
    const held = await one(store, 'onlineIdentifier');
    await expect(keep(setting(held, { subjectId: subject.id }))).rejects.toMatchObject({
      cause: [{ at: 'confidence' }, { at: 'saidBy' }],
    });
    expect((await one(store, 'onlineIdentifier')).value).toEqual(held.value);
    const said = { subjectId: subject.id, confidence: 'likely', saidBy: 'PC 1, on a visit' };
    await keep(setting(held, said));
    const batches = await store.batchesSince(0);
    const undone = await undoSave(store, batches.at(-1)?.header.seq ?? 0);
    if (!undone.ok) throw new Error('not undone');
    await store.commit(undone.value);
    expect((await one(store, 'onlineIdentifier')).value).toEqual(held.value);
  });

  it('is disposed of by itself, once somebody said why it is not needed, with the page that it came from', async () => {
    const { store, keep } = await underLaw();
    const capture = buildSourceCapture();
    const value = nobodys();
    const sources = { asSeen: [buildSource({ capture: capture.id })] };
    await keep(newRecord('sourceCapture', capture));
    await keep({ ...newRecord('onlineIdentifier', value), sources });
    await expect(dispose(store, [value.id])).rejects.toMatchObject(
      refused('identifier-still-needed'),
    );
    const held = await one(store, 'onlineIdentifier');
    await keep(setting(held, { endedOn: TODAY, endedWhy: 'The report was withdrawn' }));
    await expect(dispose(store, [value.id])).rejects.toMatchObject(refused('disposal-of-part'));
    await dispose(store, [value.id, capture.id]);
    expect(await store.query('onlineIdentifier')).toEqual([]);
    expect(await store.query('sourceCapture')).toEqual([]);
  });

  it('lets nothing go of somebody whose it is, though it ended', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    const ended = { endedOn: TODAY, endedWhy: 'A namesake' };
    const value = buildOnlineIdentifier({ subjectId: subject.id, ...ended });
    await keep(newRecord('subject', subject), newRecord('onlineIdentifier', value));
    await expect(dispose(store, [value.id])).rejects.toMatchObject(refused('disposal-undecided'));
  });
});

describe('an IP address', () => {
  it('is refused under another type', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    await keep(newRecord('subject', subject));
    const bare = buildOnlineIdentifier({ subjectId: subject.id, asSeen: '198.51.100.7' });
    await expect(keep(newRecord('onlineIdentifier', bare))).rejects.toMatchObject({
      ...REFUSED,
      ...refused('ip-without-time'),
    });
    expect(await store.query('onlineIdentifier')).toEqual([]);
  });

  it('is refused as the canonical form of what was recorded as something else', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    const value = buildOnlineIdentifier({ subjectId: subject.id, asSeen: 'wren' });
    await keep(newRecord('subject', subject), newRecord('onlineIdentifier', value));
    const held = await one(store, 'onlineIdentifier');
    await expect(keep(setting(held, { canonical: '198.51.100.7' }))).rejects.toMatchObject(
      refused('ip-without-time'),
    );
    await keep(setting(held, { canonical: 'wren' }));
  });
});

it('ends with a reason, past every act', async () => {
  const { store, keep } = await underLaw();
  const subject = buildSubject();
  const value = buildOnlineIdentifier({ subjectId: subject.id });
  await keep(newRecord('subject', subject), newRecord('onlineIdentifier', value));
  const held = await one(store, 'onlineIdentifier');
  await expect(keep(setting(held, { endedOn: TODAY }))).rejects.toMatchObject({
    cause: [{ at: 'endedWhy' }],
  });
  await keep(setting(held, { endedOn: TODAY, endedWhy: 'A namesake has it' }));
});
