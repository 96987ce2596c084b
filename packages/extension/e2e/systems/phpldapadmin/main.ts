// Starts phpLDAPadmin for a person to look at: node packages/extension/e2e/systems/phpldapadmin/main.ts
import { serveForEyes } from '../../../../plugins/e2e/serve.ts';
import { startPhpLdapAdmin } from './index.ts';

await serveForEyes('phpLDAPadmin', startPhpLdapAdmin);
