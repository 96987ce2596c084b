/** A search finds a capture by the reference of the package that it came in. */
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/shipped.js';
import { heldRecord } from '../../testing/held-under-test.js';
import { recordTexts } from './record-texts.js';

it('finds the package reference of a capture, and shows it once the record is open', () => {
  const capture = heldRecord('sourceCapture', { packageReference: 'NP/26/0042' } as never);
  expect(recordTexts(capture, gatherCodeLists())).toContainEqual(
    expect.objectContaining({ path: 'packageReference', text: 'NP/26/0042', isOfSource: true }),
  );
});
