/** The panel's side of the parser for the end-to-end tests, with its own clock and ids. */
export const PARSE_PANEL = `
  import { createParser } from '../sandbox/parse-client.ts';
  import { parseSettings } from '../sandbox/parse-settings.ts';
  import { SAMPLE_ADAPTERS } from '../sandbox/sample-adapter.ts';
  const host = {
    clock: { now: () => '2026-11-24T09:30:00.000Z', today: () => '2026-11-24' },
    random: { id: () => crypto.randomUUID(), salt: () => '' },
  };
  const parser = createParser('parse.html', 'at-once');
  const lists = { known: SAMPLE_ADAPTERS, none: [] };
  globalThis.test = {
    parseWith: (source, list, timeoutMs) => parser.parse({ ...source, settings: parseSettings(host, lists[list]) }, { timeoutMs }),
    openLate() {
      const late = createParser('parse.html?late', 'when-asked');
      globalThis.test.parseLate = (source) => late.parse({ ...source, settings: parseSettings(host, []) });
      globalThis.test.closeLate = () => late.stop();
    },
    parse: (source, timeoutMs) => parser.parse({ ...source, settings: parseSettings(host, []) }, { timeoutMs }),
    async quickWhile(source) {
      const longTasks = [];
      const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)));
      observer.observe({ type: 'longtask' });
      const reply = await parser.parse({ ...source, settings: parseSettings(host, []) });
      await new Promise((resolve) => setTimeout(resolve, 100));
      observer.disconnect();
      return { longTasks, ok: reply.ok, rows: reply.ok ? reply.value.rows.length : 0, timing: reply.timing };
    },
  };
`;
