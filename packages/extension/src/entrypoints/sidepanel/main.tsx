/** The side panel: next to the page that is read. */
import { render } from 'preact';
import { makeApp } from '../../app/app.js';
import { browserHistory } from '../../app/browser-history.js';
import { browserReload } from '../../app/browser-reload.js';
import { browserSettings } from '../../app/browser-settings.js';
import { openWorkspace } from '../../app/open-workspace.js';
import { dropHosts } from '../../press/host-access.js';
import { makeServices } from '../../start/composition.js';
import { fetchSoon } from '../../start/fetch-screens.js';
import { SCREENS } from '../../start/screens.js';
import { Shell } from '../../views/shell/shell.js';
import '../../styles/main.scss';

const root = document.getElementById('app');
// A panel starts without host permissions: a killed one did not give its own back.
void dropHosts(chrome.permissions);
const services = await makeServices({ opensParser: 'at-once' });
const app = makeApp(services, {
  surface: 'panel',
  screens: SCREENS,
  settingsPlace: browserSettings,
  openWorkspace,
  history: browserHistory(),
  reload: await browserReload(),
});
if (root) render(<Shell app={app} />, root);
fetchSoon();
