import { beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../shared/canonical.js';
import {
  type AuditUnderTest,
  at,
  auditUnderTest,
  carryOn,
  errorsOf,
  flipped,
  officerWithKey,
  verifyByKey,
} from '../../testing/store/signed-chain.js';
import { auditFileLines } from './audit-file.js';
import {
  checkpointText,
  readCheckpoint,
  signCheckpoint,
  writeCheckpoint,
} from './audit-file-checkpoint.js';
import type { AuditVerdict } from './audit-file-verify.js';

const ENTRIES = 200;
let audit: AuditUnderTest;
beforeAll(async () => {
  audit = await auditUnderTest(ENTRIES);
}, 60_000);

/** True if the verdict itself says that it has no checkpoint to compare with. */
const isAlone = ({ issues }: AuditVerdict) =>
  issues.some(({ code }) => code === 'audit-no-checkpoint');

describe('an audit file beside a checkpoint that was kept elsewhere', () => {
  const short = async (count: number) => {
    const place = await audit.placeAt(count);
    const checkpoint = await signCheckpoint(place, at(ENTRIES + 2), audit.signer);
    return [
      ...auditFileLines({ keys: [audit.key], checkpoint }, audit.headers.slice(0, count)),
    ].join('');
  };

  it('shows a profile put back to an earlier day, which it does not show alone', async () => {
    const later = await signCheckpoint(await audit.placeAt(80), at(80), audit.signer);
    const putBack = await short(50);
    const alone = await audit.judged(putBack);
    expect([alone.isWhole, isAlone(alone)]).toEqual([true, true]);
    const verdict = await audit.judged(putBack, later);
    expect([verdict.firstBad, errorsOf(verdict)]).toEqual([51, ['audit-cut']]);
    expect(verdict.issues[0]?.message).toMatch(/^30 entries are missing at the end/);
    expect(verdict.issues[0]?.message).toContain('put back');
    expect(isAlone(verdict)).toBe(false);
  });

  it('says that a file older than the checkpoint may only be older', async () => {
    const later = await signCheckpoint(await audit.placeAt(80), at(ENTRIES + 3), audit.signer);
    const verdict = await audit.judged(await short(50), later);
    expect(verdict.issues[0]?.message).toContain('made before the checkpoint');
  });

  it('shows a profile put back and worked on, though every signature in it is good', async () => {
    const kept = await signCheckpoint(await audit.placeAt(80), at(80), audit.signer);
    const other = await carryOn(await audit.placeAt(50), 100, audit.signer, 'other');
    const checkpoint = await signCheckpoint(other.end, at(ENTRIES), audit.signer);
    const text = [
      ...auditFileLines({ keys: [audit.key], checkpoint }, [
        ...audit.headers.slice(0, 50),
        ...other.headers,
      ]),
    ].join('');
    const alone = await audit.judged(text);
    expect([alone.isWhole, isAlone(alone)]).toEqual([true, true]);
    const verdict = await audit.judged(text, kept);
    expect([verdict.firstBad, errorsOf(verdict)]).toEqual([80, ['audit-other-history']]);
    // A checkpoint from before the two histories part fits both.
    expect((await audit.judged(text, await audit.placeAt(50))).isWhole).toBe(true);
    const atTheParting = await audit.judged(text, await audit.placeAt(51));
    expect([atTheParting.firstBad, errorsOf(atTheParting)]).toEqual([51, ['audit-other-history']]);
  });

  it('needs the sequence and the head alone', async () => {
    const verdict = await audit.judged(await short(50), await audit.placeAt(80));
    expect([verdict.firstBad, errorsOf(verdict)]).toEqual([51, ['audit-cut']]);
  });

  it('is not compared with the checkpoint of another device or vault', async () => {
    for (const stranger of [
      officerWithKey('0ff1ce00', 'practice', 'de71cf00'),
      officerWithKey('0ff1ce00', 'live'),
    ]) {
      const other = await signCheckpoint(await audit.placeAt(20), at(20), stranger.signer);
      const verdict = await audit.judged(await short(50), other);
      expect([verdict.isWhole, verdict.firstBad, errorsOf(verdict)]).toEqual([
        false,
        undefined,
        ['audit-other-device'],
      ]);
    }
  });

  it('believes no checkpoint that its own keys did not sign', async () => {
    const stranger = officerWithKey('0ff1ce00');
    const forged = await signCheckpoint(await audit.placeAt(20), at(20), stranger.signer);
    const verdict = await audit.judged(await short(50), forged);
    expect([verdict.isWhole, errorsOf(verdict)]).toEqual([false, ['audit-checkpoint-unsigned']]);
    const { head } = await audit.placeAt(21);
    const altered = {
      ...(await signCheckpoint(await audit.placeAt(20), at(20), audit.signer)),
      head,
    };
    expect(errorsOf(await audit.judged(await short(50), altered))).toEqual([
      'audit-checkpoint-unsigned',
    ]);
  });

  it('still names a bad entry that stands before the checkpoint', async () => {
    const kept = await signCheckpoint(await audit.placeAt(80), at(80), audit.signer);
    const text = audit.withLine(
      7,
      flipped(audit.lineOf(7), audit.lineOf(7).indexOf('"signature":"') + 20, 0),
    );
    const verdict = await audit.judged(text, kept);
    expect([verdict.firstBad, verdict.entries]).toEqual([7, 6]);
  });
});

describe('a checkpoint', () => {
  it('reads as it was written, from the file and from paper', async () => {
    const checkpoint = await signCheckpoint(await audit.placeAt(80), at(80), audit.signer);
    const text = writeCheckpoint(checkpoint);
    expect(readCheckpoint(text)).toMatchObject({ ok: true, value: checkpoint });
    expect(readCheckpoint(canonical(checkpoint))).toMatchObject({ ok: true, value: checkpoint });
    expect(readCheckpoint(text.replaceAll('\n', '\r\n'))).toMatchObject({ value: checkpoint });
    const { seq, head } = checkpoint;
    const typed = text.replace(/^\{.*$/m, '');
    expect(readCheckpoint(typed)).toEqual({ ok: true, value: { seq, head }, issues: [] });
    expect(readCheckpoint(`sequence 80\nHEAD ${head.toUpperCase()}`)).toMatchObject({
      value: { seq, head },
    });
  });

  it('is refused when its two forms differ, or when it is none', async () => {
    const text = writeCheckpoint(
      await signCheckpoint(await audit.placeAt(80), at(80), audit.signer),
    );
    for (const wrong of [
      text.replace('Sequence: 80', 'Sequence: 81'),
      text.replace(/^ {2}..../m, '  0000'),
      text.replace('{"at"', '{ "at"'),
      text.replace('"seq":80', '"seq":80,"seq":80'),
      text.replace('{', '{"__proto__":{},'),
      text.replace(/^\{.*$/m, '').replace(/^ {2}.*\n/m, ''),
      '',
      'x'.repeat(20_000),
      '{'.repeat(5000),
    ])
      expect(readCheckpoint(wrong)).toMatchObject({ ok: false });
  });

  it('is signed over a text that no header is signed over', async () => {
    const checkpoint = await signCheckpoint(await audit.placeAt(80), at(80), audit.signer);
    expect(
      await verifyByKey(audit.key.signingKey, checkpointText(checkpoint), checkpoint.signature),
    ).toBe(true);
    const { signature, ...body } = checkpoint;
    expect(await verifyByKey(audit.key.signingKey, canonical(body), signature)).toBe(false);
    expect(checkpointText(checkpoint).startsWith('{')).toBe(false);
    expect(() => JSON.parse(checkpointText(checkpoint))).toThrow(SyntaxError);
  });
});
