import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildId } from '../testing/fiction/builder.js';
import { type BlindRating, commitmentTo, isAsCommitted } from './blind-rating.js';

const digest = async (text: string) => createHash('sha256').update(text).digest('hex');
const salt = 'a5'.repeat(32);
const rating: BlindRating = {
  round: buildId(),
  subjectId: buildId(),
  ratedBy: buildId(),
  instrument: 'handmade',
  version: '2.1.0',
  answers: { access: 'present', hurt: 'unknown' },
};

describe('a blind rating', () => {
  it('opens with the salt and the answers that were committed to, whatever their order', async () => {
    const commitment = await commitmentTo(rating, salt, digest);
    const answers = { hurt: 'unknown', access: 'present' };
    expect(await isAsCommitted({ ...rating, answers }, salt, commitment, digest)).toBe(true);
  });

  it.each<[string, Partial<BlindRating>]>([
    ['another answer', { answers: { access: 'partly', hurt: 'unknown' } }],
    ['an answer more', { answers: { access: 'present', hurt: 'unknown', forums: 'daily' } }],
    ['an officer who copied it', { ratedBy: buildId() }],
    ['another subject', { subjectId: buildId() }],
    ['another round', { round: buildId() }],
    ['another version', { version: '2.2.0' }],
  ])('does not open for %s', async (_, other) => {
    const commitment = await commitmentTo(rating, salt, digest);
    expect(await isAsCommitted({ ...rating, ...other }, salt, commitment, digest)).toBe(false);
  });

  it('cannot be guessed without the salt, and takes no short one', async () => {
    const commitment = await commitmentTo(rating, salt, digest);
    expect(await commitmentTo(rating, 'b6'.repeat(32), digest)).not.toBe(commitment);
    const short = await commitmentTo(rating, 'a5', digest);
    expect(await isAsCommitted(rating, 'a5', short, digest)).toBe(false);
  });
});
