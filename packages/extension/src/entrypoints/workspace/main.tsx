/** The workspace: the same views with a whole tab to themselves. */
import { render } from 'preact';
import { makeApp } from '../../app/app.js';
import { browserHistory } from '../../app/browser-history.js';
import { browserReload, openInNewWindow } from '../../app/browser-reload.js';
import { browserSettings } from '../../app/browser-settings.js';
import { makeServices } from '../../start/composition.js';
import { fetchFirst, fetchLists, fetchSoon } from '../../start/fetch-screens.js';
import { SCREENS } from '../../start/screens.js';
import { Shell } from '../../views/shell/shell.js';
import '../../styles/main.scss';

const root = document.getElementById('app');
const services = await makeServices({ opensParser: 'when-asked' });
const app = makeApp(services, {
  surface: 'workspace',
  screens: SCREENS,
  settingsPlace: browserSettings,
  openInNewWindow,
  history: browserHistory(),
  reload: await browserReload(),
});
if (root) render(<Shell app={app} />, root);
fetchSoon();
fetchFirst();
fetchLists(services.vault);
