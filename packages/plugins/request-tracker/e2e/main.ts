// Starts Request Tracker for eyes: node packages/plugins/request-tracker/e2e/main.ts
import { serveForEyes } from '../../e2e/serve.ts';
import { startRequestTracker } from './index.ts';

await serveForEyes('Request Tracker', startRequestTracker);
