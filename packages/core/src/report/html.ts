/** A report's tree as HTML: sanitised and self-contained, with nothing that loads or runs. */
import type { Element, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { documentStyle, STYLE_DIGEST } from './document-style.js';
import type { Rendered } from './rendered.js';

/** The elements allowed in a report. Links, images and anything with an address are excluded. */
const SCHEMA: Schema = {
  tagNames: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre'],
    ...['ul', 'ol', 'li', 'blockquote', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'bdi'],
  ],
  attributes: { p: [['className', 'cp-marking']], ol: ['start'], th: ['scope'] },
  strip: ['script', 'style', 'template'],
  protocols: {},
};

const toTree = unified().use(remarkRehype).use(rehypeSanitize, SCHEMA).freeze();
const writer = unified().use(rehypeStringify).freeze();

/** The content of a page, to be shown inside another. */
export function htmlOf(tree: Root): string {
  return writer.stringify(treeOf(tree));
}

/**
 * A whole page for a file or a printer. It runs nothing and loads nothing: its policy allows only its own style. The
 * title is the template's, never a name, because a browser records titles.
 */
export function toHtmlDocument(rendered: Rendered): string {
  const policy = `default-src 'none'; style-src '${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'`;
  const sensitive = rendered.marking === 'OFFICIAL-SENSITIVE';
  const page: HtmlRoot = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: 'en-GB', translate: 'no' }, [
        element('head', {}, [
          element('meta', { charset: 'utf-8' }),
          element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
          element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          element('meta', { name: 'referrer', content: 'no-referrer' }),
          element('title', {}, [{ type: 'text', value: rendered.title }]),
          element('style', {}, [{ type: 'text', value: documentStyle }]),
        ]),
        element('body', { className: [sensitive ? 'cp-official-sensitive' : 'cp-official'] }, [
          element('main', {}, treeOf(rendered.mdast).children as Element['children']),
        ]),
      ]),
    ],
  };
  return `${writer.stringify(page)}\n`;
}

function treeOf(tree: Root): HtmlRoot {
  const html = toTree.runSync(tree) as HtmlRoot;
  scopeHeads(html);
  return html;
}

/** Marks each table head as the head of its column, for people who use a screen reader. */
function scopeHeads(parent: HtmlRoot | Element): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'th') child.properties.scope = 'col';
    scopeHeads(child);
  }
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: Element['children'] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}
