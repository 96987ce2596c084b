/** Turndown with an added rule for tables. */
import TurndownService from 'turndown';

export function markdownOf(html: string): string {
  const service = new TurndownService();
  service.addRule('cell', {
    filter: ['th', 'td'],
    replacement: (content) =>
      ` ${content
        .trim()
        .replace(/\s*\n\s*/g, '<br>')
        .replaceAll('|', '/')} |`,
  });
  service.addRule('row', { filter: 'tr', replacement: (content) => `|${content}\n` });
  service.addRule('table', { filter: 'table', replacement: (content) => `\n\n${content}\n\n` });
  return service.turndown(html);
}
