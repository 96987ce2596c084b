// @vitest-environment happy-dom
/** The place of the palette, by a header and a foot of any height. */
import { cleanup, render } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useBelowHeader } from './header-above.js';

const FOOT = 24;

function Sheet() {
  const dialog = useRef<HTMLDialogElement>(null);
  useBelowHeader(dialog);
  return <dialog ref={dialog} />;
}

/** A part of the page from one line to another, which scrolls with it unless it stays at the head. */
function part(name: string, from: number, to: number, position = 'static'): void {
  const element = document.createElement('div');
  element.className = name;
  element.style.position = position;
  element.getBoundingClientRect = () => {
    const scrolled = position === 'static' ? document.documentElement.scrollTop : 0;
    return new DOMRect(0, from - scrolled, 360, to - from);
  };
  document.body.append(element);
}

const placed = (name: string): string =>
  document.querySelector('dialog')?.style.getPropertyValue(name) ?? '';

beforeEach(() => {
  document.documentElement.scrollTop = 0;
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

it('is under a header that fits, and the page stays where it is', () => {
  part('cp-shell__header', 24, innerHeight * 0.2);
  render(<Sheet />);
  expect(document.documentElement.scrollTop).toBe(0);
  expect(placed('--cp-header')).toBe(`${innerHeight * 0.2}px`);
});

it('has room under a header that takes most of a low window, which can be scrolled back to', () => {
  part('cp-shell__header', 24, innerHeight * 0.7);
  render(<Sheet />);
  expect(Number.parseFloat(placed('--cp-header'))).toBeCloseTo(innerHeight * 0.4);
  document.documentElement.scrollTop = 0;
  dispatchEvent(new Event('scroll'));
  expect(Number.parseFloat(placed('--cp-header'))).toBeCloseTo(innerHeight * 0.7);
});

it('leaves the page where it is under a header that does not scroll with it', () => {
  part('cp-shell__header', 24, innerHeight * 0.7, 'sticky');
  render(<Sheet />);
  expect(document.documentElement.scrollTop).toBe(0);
});

it('leaves the marking at the foot as it is, as far as it is in the window', () => {
  part('cp-shell__foot', innerHeight + 10, innerHeight + 10 + FOOT);
  render(<Sheet />);
  expect(placed('--cp-foot')).toBe('0px');
  document.documentElement.scrollTop = 20;
  dispatchEvent(new Event('scroll'));
  expect(placed('--cp-foot')).toBe('10px');
  document.documentElement.scrollTop = 10 + FOOT;
  dispatchEvent(new Event('scroll'));
  expect(placed('--cp-foot')).toBe(`${FOOT}px`);
});
