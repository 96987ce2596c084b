// HTML that cannot be broken out of: every value in a template is escaped unless it is HTML already.

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

class SafeHtml {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** Markup made by {@link html}. The class is not exported, so there is no other way to make one. */
export type Html = SafeHtml;

export type HtmlPart = Html | string | number | false | null | undefined | readonly HtmlPart[];

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/**
 * Template tag for markup. Text and numbers are escaped, lists are joined, and `false`, `null` and `undefined` show
 * nothing. Attribute values must be in double quotes in the template.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const out: string[] = [];
  strings.forEach((literal, index) => {
    out.push(literal);
    if (index < parts.length) out.push(show(parts[index]));
  });
  return new SafeHtml(out.join(''));
}

function show(part: HtmlPart): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof SafeHtml) return part.text;
  if (typeof part === 'object') return part.map(show).join('');
  return escapeHtml(String(part));
}

/** Puts a separator, such as a line break, between the parts of a list. */
export function joined(parts: readonly HtmlPart[], separator: Html): HtmlPart {
  return parts.map((part, index) => [index > 0 && separator, part]);
}
