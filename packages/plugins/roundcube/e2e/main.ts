// Starts Roundcube for a person to look at: node packages/plugins/roundcube/e2e/main.ts
import { serveForEyes } from '../../e2e/serve.ts';
import { startRoundcube } from './index.ts';

await serveForEyes('Roundcube', startRoundcube);
