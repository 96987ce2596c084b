// @vitest-environment happy-dom
import { gatherInstruments, levelOf } from '@cyber-prevent/core';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Reasons } from './level-panel.js';

afterEach(cleanup);

it('says once of all reasons that are open that they hang on what is not known', () => {
  const instrument = gatherInstruments().get('cyber-prevent-judgement');
  if (!instrument) throw new Error('no judgement');
  const reading = levelOf(instrument, {});
  const open = reading.reasons.filter(({ isSettled }) => !isSettled);
  render(<Reasons instrument={instrument} reading={reading} />);
  expect(screen.getAllByText(/if what is not known turns out this way/i)).toHaveLength(1);
  const inDetails = screen.getAllByRole('listitem').filter((line) => line.closest('details'));
  expect(inDetails).toHaveLength(open.length);
  expect(screen.queryByText(/^If what is not known/)).toBeNull();
});
