/** The side panel: beside the page that is read. */
import { render } from 'preact';
import { makeApp } from '../../app/app.js';
import { browserSettings } from '../../app/browser-settings.js';
import { makeServices } from '../../app/composition.js';
import { openWorkspace } from '../../app/open-workspace.js';
import { views } from '../../app/views.js';
import { Shell } from '../../views/shell/shell.js';
import '../../styles/main.scss';

const root = document.getElementById('app');
const services = await makeServices();
const app = makeApp(services, {
  surface: 'panel',
  settingsPlace: browserSettings,
  openWorkspace,
});
if (root) render(<Shell app={app} views={views} />, root);
