import { openToolkit } from './toolkit.ts';
import { openPeers } from './peer.ts';
import { servePages } from './page.ts';
process.env.CHROMIUM_PATH ??= '/usr/bin/chromium';
const pages = await servePages();
const p = await openPeers(pages.urlOf(500));
const t = await openToolkit('/tmp/bench-ext', pages.urlOf(500));
try {
for (const n of [500, 5000, 50000]) {
  await t.show(pages.urlOf(n)); await p.show(pages.urlOf(n));
  console.log(n, await p.countNodes());
  for (let i = 0; i < 4; i++) {
    console.log('ours', JSON.stringify(await t.press(), (k,v)=>typeof v==='number'?Math.round(v*10)/10:v));
    for (const q of ['readability','defuddle'] as const) console.log(q, JSON.stringify(await p.press(q), (k,v)=>typeof v==='number'?Math.round(v*10)/10:v));
    console.log('parse', await p.parse());
  }
}
await t.show(pages.urlOf(500));
for (let i=0;i<3;i++) console.log(await t.pressClosed());
} finally { await t.close(); await p.close(); await pages.stop(); }
