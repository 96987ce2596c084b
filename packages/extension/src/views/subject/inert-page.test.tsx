// @vitest-environment happy-dom
import { findPlace, type PageSnapshot } from '@cyber-prevent/core';
import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import { HOSTILE_TEXTS } from '@cyber-prevent/core/testing';
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { inertPage } from './inert-page.js';
import { InertPageTree } from './inert-page-tree.js';

afterEach(cleanup);

const snapshotOf = (html: string): PageSnapshot =>
  snapshotOfHtml(html, { url: 'https://rms.example.org/1' });

/** The page as shown, with the value at the selector marked. */
function show(html: string, selector?: string, text = '', redacted = false) {
  const snapshot = snapshotOf(html);
  const [frame] = snapshot.frames;
  if (!frame) throw new Error('No frame');
  const found = selector ? findPlace(snapshot, { frame: [], selector, text }) : undefined;
  const page = inertPage(frame, { found, redacted });
  return { ...render(<InertPageTree nodes={page.nodes} />), page };
}
const marks = (container: Element): string[] =>
  [...container.querySelectorAll('mark')].map(({ textContent }) => textContent ?? '');

describe('the inert page', () => {
  it('shows the words where they stand, and marks the value', () => {
    const { container } = show(
      '<h1>Referral</h1><table><thead><tr><th>Name<td id="a">Taz VAEL <b>(14)</b></table>',
      '#a',
      'Taz VAEL',
    );
    expect(container.querySelector('td:last-child')?.textContent).toBe('Taz VAEL (14)');
    expect(marks(container)).toEqual(['Taz VAEL']);
  });

  it('marks what was typed, ticked, and read from several pieces', () => {
    const typed = show('<input id="a" value="14/03/2009">', '#a', '14/03/2009');
    expect(marks(typed.container)).toEqual(['14/03/2009']);
    cleanup();
    const ticked = show('<input id="a" type="checkbox" checked>', '#a', 'Yes');
    expect(marks(ticked.container)).toEqual(['ticked']);
    cleanup();
    const written = show('<textarea id="a">One\nTwo</textarea>', '#a', 'One\nTwo');
    expect(marks(written.container).join('')).toContain('One');
  });

  it('says nothing of an empty box in a copy that holds only what was taken', () => {
    const html = '<input type="checkbox"><input type="radio" value="x"><input>';
    expect(show(html, undefined, '', true).container.textContent).toBe('………');
    cleanup();
    expect(show(html).container.textContent).toBe('not tickednot ticked');
  });

  it('leaves out what was not on screen, but on the way to the value', () => {
    const snapshot = snapshotOf('<div><p id="a">Taz</p><p>Hidden</p></div><p>Away</p>');
    const hide = (node: unknown): void => {
      const { tagName, children, data } = Object(node);
      if (tagName === 'div' || tagName === 'p') Object(node).data = { ...data, hidden: true };
      for (const child of children ?? []) hide(child);
    };
    const [frame] = snapshot.frames;
    if (!frame) throw new Error('No frame');
    hide(frame.tree);
    const found = findPlace(snapshot, { frame: [], selector: '#a', text: 'Taz' });
    const { nodes } = inertPage(frame, { found, redacted: false });
    expect(render(<InertPageTree nodes={nodes} />).container.textContent?.trim()).toBe('Taz');
  });

  it('has none of the page’s elements, attributes or addresses', () => {
    const { container } = show(
      `<a href="https://evil.example.org" style="position:fixed" class="govuk-button" onclick="x()">Link</a>
       <img src="https://evil.example.org/a.png" onerror="x()"><svg><script>x()</script></svg>
       <form action="https://evil.example.org"><button>Send</button></form><style>*{}</style>
       <iframe src="https://evil.example.org"></iframe><object data="x"></object><x-evil>Own</x-evil>
       <td colspan="99999" rowspan="-3" onmouseover="x()">Cell</td>`,
    );
    const tags = [...container.querySelectorAll('*')];
    expect(tags.length).toBeGreaterThan(3);
    for (const { tagName, attributes } of tags) {
      expect(['DIV', 'SPAN', 'TABLE', 'TBODY', 'TR', 'TD', 'MARK', 'BR']).toContain(tagName);
      for (const { name, value } of attributes) {
        expect(['class', 'colspan', 'rowspan']).toContain(name);
        if (name === 'class') expect(value).toMatch(/^cp-kept-page__/);
        else expect(Number(value)).toBeLessThanOrEqual(100);
      }
    }
    expect(container.textContent).toContain('Own');
    expect(container.innerHTML).not.toMatch(/evil\.example/);
  });

  it('shows every hostile text as itself', () => {
    for (const text of HOSTILE_TEXTS) {
      const snapshot = snapshotOf('<p id="a">x</p>');
      const [frame] = snapshot.frames;
      const found = findPlace(snapshot, { frame: [], selector: '#a', text: 'x' });
      const [range] = found?.ranges ?? [];
      if (!frame || !range) throw new Error('No text');
      range.node.value = `x${text}`;
      const { nodes } = inertPage(frame, { found, redacted: false });
      const { container } = render(<InertPageTree nodes={nodes} />);
      expect(container.textContent?.replace(/\s+/g, ' ').trim()).toBe(
        `x${text}`.replace(/\s+/g, ' ').trim(),
      );
      expect(marks(container)).toEqual(['x']);
      cleanup();
    }
  });

  it('shows the part around the value of a page too large or too deep to show whole', () => {
    const many = '<p>word</p>'.repeat(9000);
    const large = show(`<div>${many}</div><div><p id="a">Taz</p></div>`, '#a', 'Taz');
    expect(large.page.isPart).toBe(true);
    expect(marks(large.container)).toEqual(['Taz']);
    cleanup();
    const deep = show(`${'<div>'.repeat(400)}<p id="a">Taz</p>`, '#a', 'Taz');
    expect(deep.page.isPart).toBe(true);
    expect(marks(deep.container)).toEqual(['Taz']);
    cleanup();
    const none = show(`<div>${many}</div>`);
    expect(none.page.isPart).toBe(true);
  });
});
