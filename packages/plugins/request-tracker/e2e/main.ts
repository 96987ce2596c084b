// Starts Request Tracker for a person to look at: node packages/plugins/request-tracker/e2e/main.ts
import { serveForEyes } from '../../e2e/serve.ts';
import { startRequestTracker } from './index.ts';

await serveForEyes('Request Tracker', startRequestTracker);
