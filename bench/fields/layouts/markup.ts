/** Small pieces of markup that the layouts share. */

export function esc(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Text with its line breaks. */
export function broken(text: string): string {
  return esc(text).replaceAll('\n', '<br>');
}

export function each<T>(all: readonly T[], draw: (item: T, nth: number) => string): string {
  return all.map(draw).join('');
}

/** Groups of so many. */
export function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (let at = 0; at < all.length; at += size) groups.push(all.slice(at, at + size));
  return groups;
}

/** The lines of a text, none much longer than `width`. */
export function wrapped(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [''];
    for (const word of line.split(' ')) {
      const last = lines.length - 1;
      const longer = `${lines[last]} ${word}`.trim();
      if (longer.length > width && lines[last] !== '') lines.push(word);
      else lines[last] = longer;
    }
    return lines;
  });
}

export function withColon(label: string): string {
  return /[:?]$/.test(label) ? label : `${label}:`;
}

/** A name for a class, an id or a control, of a label. */
export function slug(label: string): string {
  return label
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
