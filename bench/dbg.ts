import { openToolkit } from './toolkit.ts';
import { servePages } from './page.ts';
process.env.CHROMIUM_PATH ??= '/usr/bin/chromium';
const pages = await servePages();
const t = await openToolkit('/tmp/bench-ext', pages.urlOf(500));
try {
  await t.show(pages.urlOf(500));
  for (let i = 0; i < 30; i++) { const x = await t.press(); console.log(i, Math.round(x.totalMs), Math.round(x.paintMs), x.rowCount, x.panelTasks.join()); }
} catch (e) { console.log(String(e).slice(0, 200), '...', String(e).slice(-500)); } finally { await t.close(); await pages.stop(); }
