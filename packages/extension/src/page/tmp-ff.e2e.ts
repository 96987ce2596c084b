import { launch } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { serve } from './test-browser.js';
import { MANIFEST, writeExtension } from './test-extension.js';
const ID='cyber-prevent-test@toolkit.example', HOST='3f2b1c9a-1111-4222-8333-444455556666';
it('ff', async () => {
  const site = await serve({ '/': `<!doctype html><title>R</title><form id=f><input name=firstChild value=v1><input type=password value=SECRET></form><p id="t">Name: <b>Rowan</b></p><iframe src="/in"></iframe><div id=h></div><script>document.getElementById('h').attachShadow({mode:'closed'}).innerHTML='<p>closed text</p>'</script>`, '/in': '<p>inner</p>' });
  const { background: _, sandbox: __, ...manifest } = MANIFEST;
  const folder = await writeExtension(`
   import { takeSnapshot } from './take-snapshot.ts'; import { createHighlighter } from './highlight.ts';
   (async()=>{ const out=document.createElement('pre'); out.id='out';
    try { let tab; for(let i=0;i<40&&!tab;i++){ await new Promise(r=>setTimeout(r,300)); tab=(await chrome.tabs.query({})).find(t=>t.url?.startsWith('${site.origin}')); }
     const granted = await chrome.permissions.getAll();
     const r = tab ? await takeSnapshot({tabId:tab.id}, chrome.scripting) : 'no tab';
     let raw; try { raw = await chrome.scripting.executeScript({target:{tabId:tab.id,allFrames:true},files:['/snapshot.js']}) } catch(e) { raw=String(e) }
     const shown = tab ? await createHighlighter(chrome.scripting).show(tab.id,{frame:[],selector:'#t',verbatim:'Rowan'}) : 0;
     out.textContent=JSON.stringify({granted, r, shown, raw, tabs:(await chrome.tabs.query({})).map(t=>t.url)}); } catch(e) { out.textContent='ERR '+e+e.stack }
    document.body.append(out); })();`, { ...manifest, content_security_policy: { extension_pages: MANIFEST.content_security_policy.extension_pages }, browser_specific_settings: { gecko: { id: ID } } });
  const browser = await launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true, args: ['--remote-allow-system-access'], extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }) } });
  await browser.installExtension(folder);
  const tab = await browser.newPage(); await tab.goto(site.origin + '/');
  const page = await browser.newPage(); page.goto(`moz-extension://${HOST}/panel.html`).catch(() => undefined);
  let text: string | undefined | null;
  for (let i = 0; i < 40 && !text; i++) { await new Promise(r => setTimeout(r, 500)); for (const each of await browser.pages()) text ||= await each.evaluate(() => document.querySelector('#out')?.textContent).catch(() => undefined); }
  console.log(text); console.log(await tab.evaluate(()=>document.body.outerHTML));
  await browser.close(); site.close(); expect(1).toBe(1);
}, 90000);
