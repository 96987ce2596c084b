/**
 * Settings of the mail server behind Roundcube: one mailbox, on a loopback address, under one account of the machine.
 */

export interface DovecotConfig {
  /** Absolute path; it writes only below it. */
  readonly folder: string;
  readonly port: number;
  /** The account that it runs as, and its group. */
  readonly user: string;
  readonly group: string;
  readonly password: string;
}

/** @returns settings of Dovecot 2.4 */
export function dovecotConfig({ folder, port, user, group, password }: DovecotConfig): string {
  return `dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = ~/Maildir
first_valid_uid = 1
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
passdb static {
  password = ${password}
}
userdb static {
  fields {
    uid = ${user}
    gid = ${group}
    home = ${folder}/home
  }
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
}
