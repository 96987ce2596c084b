/** White space and comments between the elements of a page, as servers and builders write them. */
import type { Random } from './random.ts';

export const SPACES = ['tight', 'indented', 'templated', 'commented', 'legacy'] as const;
export type Space = (typeof SPACES)[number];

/** Elements around which a browser ignores white space. */
const BLOCKS = new Set(
  'html head body title meta link style header footer main nav section article aside div p h1 h2 h3 h4 h5 h6 dl dt dd ul ol li table caption colgroup col thead tbody tfoot tr th td form fieldset legend details summary figure blockquote hr option template'.split(
    ' ',
  ),
);
const EMPTY = new Set(['hr', 'meta', 'link', 'col', 'input', 'br', 'img']);
/** Their contents are left as they are. */
const KEPT = /<(pre|textarea|style|title)\b[\s\S]*?<\/\1>/.source;
const TOKENS = new RegExp(`<!--[\\s\\S]*?-->|<![^>]*>|${KEPT}|<[^>]+>|[^<]+`, 'g');

/** Spreads the same elements and texts over lines. Nothing that is displayed changes but white space. */
export function asServed(html: string, space: Space, random: Random): string {
  if (space === 'tight') return html;
  const out: string[] = [];
  let depth = 0;
  let isAfterBlock = true;
  let keepsText = false;
  const end = space === 'legacy' ? '\r\n' : '\n';
  const indent = space === 'legacy' ? '\t' : '  ';
  const line = (): string => {
    const blank =
      space === 'templated' && random.chance(0.15) ? `${end}${indent.repeat(depth)}` : '';
    return `${blank}${end}${indent.repeat(Math.max(0, depth))}`;
  };
  const comment = (): string =>
    space === 'commented' && random.chance(0.15)
      ? `${line()}${random.pick(['<!---->', '<!-- ko -->', '<!--[-->', '<!-- row -->'])}`
      : '';

  const tokens = html.match(TOKENS) ?? [];
  for (const [at, token] of tokens.entries()) {
    const tag = /^<\/?([\w-]+)/.exec(token)?.[1]?.toLowerCase() ?? '';
    const isBlock = BLOCKS.has(tag) || tag === 'pre' || tag.includes('-');
    if (isBlock && token.startsWith('</')) {
      depth -= 1;
      if (isAfterBlock && !/^<[\w-]/.test(tokens[at - 1] ?? '')) out.push(line());
      else if (space === 'templated' && !keepsText && !isAfterBlock) out.push(line());
      else if (space === 'legacy' && !keepsText && !isAfterBlock && isCell(tag)) out.push('&nbsp;');
      out.push(token);
      isAfterBlock = true;
      keepsText = false;
    } else if (isBlock) {
      out.push(comment(), line(), token);
      isAfterBlock = true;
      const isWhole = EMPTY.has(tag) || token.includes('</');
      if (!isWhole) depth += 1;
      keepsText = /white-space:\s*pre/.test(token);
    } else {
      const isFirst = isAfterBlock && /^<[\w-]/.test(tokens[at - 1] ?? '');
      if (isFirst && space === 'templated' && !keepsText) out.push(line());
      out.push(space === 'commented' ? markedColon(token) : token);
      isAfterBlock = false;
    }
  }
  return `${out.join('')}${end}`;
}

function isCell(tag: string): boolean {
  return tag === 'td' || tag === 'th' || tag === 'p';
}

/** Frameworks part a text that was put together by a comment. */
function markedColon(token: string): string {
  return token.startsWith('<') ? token : token.replace(/(?<=\S):$/, '<!-- -->:');
}
