// For the tests: the text of a page as its reader sees it, and the boxes of its form. Only complete enough for our own
// markup.

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

function plain(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** One text per run between tags, so that a value cannot be found across two cells. */
export function textRuns(markup: string): string[] {
  return markup
    .replace(/<style>.*?<\/style>/gs, '')
    .split(/<[^>]*>/)
    .map((run) => plain(run).trim())
    .filter((run) => run !== '');
}

/** The form data that the browser would send if *Save* were pressed at once. */
export function formOf(markup: string): URLSearchParams {
  const form = new URLSearchParams();
  const boxes =
    /<input (?<input>[^>]*)>|<select [^>]*name="(?<select>[^"]*)">(?<options>.*?)<\/select>|<textarea [^>]*name="(?<area>[^"]*)"[^>]*>\n?(?<text>.*?)<\/textarea>/gs;
  for (const { groups = {} } of markup.matchAll(boxes)) {
    if (groups.area !== undefined) form.append(groups.area, plain(groups.text ?? ''));
    else if (groups.select !== undefined) {
      const chosen = /value="([^"]*)" selected/.exec(groups.options ?? '')?.[1];
      form.append(groups.select, plain(chosen ?? ''));
    } else appendInput(form, groups.input ?? '');
  }
  return form;
}

function appendInput(form: URLSearchParams, attributes: string): void {
  const read = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  const isChoice = /^(radio|checkbox)$/.test(read('type'));
  if (read('name') === '' || (isChoice && !attributes.endsWith(' checked'))) return;
  form.append(read('name'), plain(read('value')));
}
