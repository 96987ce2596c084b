// @vitest-environment happy-dom
import { cleanup, waitFor } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { useMedia } from './use-media.js';

afterEach(cleanup);

function Shown() {
  return <p>{useMedia('(max-width: 40em)') ? 'narrow' : 'wide'}</p>;
}

it('follows a window that changed after the first drawing, before anybody listened', async () => {
  const { happyDOM } = window as unknown as {
    happyDOM: { setViewport: (size: { width: number }) => void };
  };
  happyDOM.setViewport({ width: 1280 });
  const place = document.body.appendChild(document.createElement('div'));
  render(<Shown />, place);
  expect(place.textContent).toBe('wide');
  happyDOM.setViewport({ width: 360 });
  await waitFor(() => expect(place.textContent).toBe('narrow'));
});
