// Starts Roundcube for eyes: node packages/plugins/roundcube/e2e/main.ts
import { serveForEyes } from '../../e2e/serve.ts';
import { startRoundcube } from './index.ts';

await serveForEyes('Roundcube', startRoundcube);
