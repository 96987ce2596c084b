import { describe, expect, it } from 'vitest';
import { html, joined } from './html.ts';

describe('html', () => {
  it('escapes text in content and in attributes', () => {
    const nasty = `<script>alert("1")</script> & 'more'`;
    const made = html`<p title="${nasty}">${nasty}</p>`.text;
    const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;';
    expect(made).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it('escapes text inside lists, and lists inside lists', () => {
    expect(html`${['<', ['>', html`<br>`]]}`.text).toBe('&lt;&gt;<br>');
  });

  it('keeps markup made by itself', () => {
    expect(html`<ul>${html`<li>one</li>`}</ul>`.text).toBe('<ul><li>one</li></ul>');
  });

  it('shows nothing for false, null and undefined, but shows nought', () => {
    expect(html`${false}${null}${undefined}${0}`.text).toBe('0');
  });

  it('does not take an object that only looks like markup', () => {
    const forged = { text: '<script>' } as never;
    expect(() => html`${forged}`).toThrow();
  });

  it('puts a separator between parts only', () => {
    expect(html`${joined(['a', 'b'], html`<br>`)}`.text).toBe('a<br>b');
  });
});
