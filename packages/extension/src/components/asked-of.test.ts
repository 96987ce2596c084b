import { describe, expect, it } from 'vitest';
import { askedOf } from './asked-of.js';

describe('the fields that a form asks for', () => {
  it('are each asked once, wherever some of them are placed', () => {
    const asked = askedOf('intervention', { first: ['outcome'], last: ['officers', 'place'] });
    expect(asked[0]).toBe('outcome');
    expect(asked.slice(-2)).toEqual(['officers', 'place']);
    expect([...asked].sort()).toEqual([...askedOf('intervention')].sort());
  });

  it('leave out what another act settles', () => {
    expect(askedOf('advice', { without: ['followedUpOn'] })).not.toContain('followedUpOn');
  });
});
