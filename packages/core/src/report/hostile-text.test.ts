/** The law of reporting: stored values come out as text, whatever they contain. */
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/shipped.js';
import { LINE_MARK } from './markdown.js';
import { renderTemplate } from './render.js';
import { loadTemplate } from './template.js';

const lists = gatherCodeLists();
const template = loadTemplate({
  id: 'everywhere',
  markdown: `---
id: everywhere
title: Everywhere
marking: OFFICIAL
needs: [subject, referral]
may: [onlineIdentifiers]
---

# Heading :value[subject.name]

:value[subject.name]

Before :value[subject.familyName] between:value[subject.givenNames]after **strong :value[subject.name]**

- one
- item :value[referral.narrative]

> quoted :value[referral.narrative]

:value[referral.narrative]

::table{of=onlineIdentifiers columns="asSeen platform"}
`,
});

const TOKENS = [
  ...[
    '<script>alert(1)</script>',
    '<!--',
    '<img src=x onerror=y>',
    '&lt;',
    '&#x26;',
    '<a@b.example.org>',
  ],
  ...[':value[x]', '::table{of=subject}', ':::when', ':name', '{as=date}', '`', '```', '~~~', '~~'],
  ...[
    '|',
    '*',
    '**',
    '_',
    '#',
    '##',
    '> ',
    '- ',
    '+ ',
    '1. ',
    '1) ',
    '---',
    '===',
    '[x](y)',
    '![x](y)',
  ],
  ...[
    '[^1]',
    '[^1]: x',
    '[x]: y',
    '\\',
    '\\\\',
    '\u202E',
    '\u2066',
    '\u200B',
    '\u0000',
    '\u0007',
    '\uD800',
  ],
  ...[
    ' ',
    '  ',
    '    ',
    '\t',
    'a',
    'b1',
    '. ',
    'é',
    '字',
    '😀',
    'www.',
    'https://',
    'taz@example.org',
    '.example.org',
  ],
  ...['[ ] ', '[x] ', '$', '!', '(', ')', '<', '>', '&', '"', "'", '@', ':', '-', '='],
];
const line = fc
  .array(fc.constantFrom(...TOKENS), { minLength: 1, maxLength: 12 })
  .map((t) => t.join(''));
const lines = fc
  .array(fc.constantFrom(...TOKENS, '\n', '\n', '\r\n', '\n\n', '\u2028'), {
    minLength: 1,
    maxLength: 16,
  })
  .map((t) => t.join(''));

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(remarkDirective);

/** Without positions; neighbouring texts joined; breaks in cells as they are written. */
function bare(node: Nodes, inCell = false): unknown {
  if (!('children' in node))
    return { type: node.type, ...('value' in node ? { value: node.value } : {}) };
  const cell = inCell || node.type === 'tableCell';
  const children: { type: string; value?: string }[] = [];
  const add = (child: { type: string; value?: string }) => {
    const last = children.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value = `${last.value}${child.value}`;
    else children.push(child);
  };
  for (const child of node.children) {
    // GitHub's dialect finds addresses in any text, escaped or not, so the text must be the address itself.
    if (child.type === 'link' && isOwnAddress(child))
      for (const inner of child.children) add(bare(inner) as { type: string });
    else if (cell && child.type === 'break') add({ type: 'text', value: LINE_MARK });
    else add(bare(child, cell) as { type: string });
  }
  // White space at the edges of a cell is padding.
  const first = children[0];
  const last = children.at(-1);
  if (node.type === 'tableCell' && first?.type === 'text')
    first.value = first.value?.trimStart() ?? '';
  if (node.type === 'tableCell' && last?.type === 'text') last.value = last.value?.trimEnd() ?? '';
  return {
    type: node.type,
    children: children.filter(({ type, value }) => type !== 'text' || value !== ''),
  };
}

function isOwnAddress(link: Nodes & { type: 'link' }): boolean {
  const [text] = link.children;
  return (
    link.children.length === 1 &&
    text?.type === 'text' &&
    [text.value, `http://${text.value}`, `mailto:${text.value}`].includes(link.url)
  );
}

const fill = (name: string, narrative: string) =>
  renderTemplate(
    template,
    {
      subject: { name, familyName: name, givenNames: name },
      referral: { narrative },
      onlineIdentifiers: [
        { asSeen: name, platform: narrative },
        { asSeen: narrative, platform: name },
      ],
    },
    { lists, audience: 'supervisor' },
  );

describe('text on record', () => {
  it('comes back from Markdown as the same text, with no node that it made', () => {
    fc.assert(
      fc.property(line, lines, (name, narrative) => {
        const rendered = fill(name, narrative);
        const again = parser.parse(rendered.markdown) as Root;
        expect(bare(again)).toEqual(bare(rendered.mdast));
      }),
      { numRuns: 200 },
    );
  });

  it('makes no element in HTML', () => {
    const allowed =
      /^<\/?(h1|p|bdi|br|strong|ul|li|blockquote|table|thead|tbody|tr|th|td)( class="cp-marking"| scope="col")?>$/;
    fc.assert(
      fc.property(line, lines, (name, narrative) => {
        const tags = fill(name, narrative).html.match(/<[^>]*>?/g) ?? [];
        expect(tags.filter((tag) => !allowed.test(tag))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps marks that turn the direction within the value', () => {
    expect(fill('\u202Eabc', 'x').html).toContain('<bdi>\u202Eabc</bdi>');
  });

  it('cannot reach what stands on every object', () => {
    const { markdown } = renderTemplate(
      template,
      { subject: Object.create({ name: 'inherited' }), referral: {} },
      { lists, audience: 'supervisor' },
    );
    expect(markdown).not.toContain('inherited');
  });
});
