// Starts Redmine for a person to look at: node packages/extension/e2e/systems/redmine/main.ts
import { serveForEyes } from '../../../../plugins/e2e/serve.ts';
import { startRedmine } from './index.ts';

await serveForEyes('Redmine', startRedmine);
