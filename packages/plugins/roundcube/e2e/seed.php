<?php

// Makes the officer's account and puts the contact of a vCard into its address book, through Roundcube's own interface.
// php seed.php NAME VCARD-FILE

[, $name, $file] = $argv;

define('INSTALL_PATH', '/var/lib/roundcube/');
require_once INSTALL_PATH . 'program/include/clisetup.php';

$webmail = rcmail::get_instance();
$user = rcube_user::create($name, '127.0.0.1');
if (!$user) {
    fwrite(STDERR, "Roundcube made no account\n");
    exit(1);
}

$contacts = new rcube_contacts($webmail->get_dbh(), $user->ID);
foreach (rcube_vcard::import(file_get_contents($file)) as $card) {
    $contact = $card->get_assoc() + ['vcard' => $card->export()];
    if (!$contacts->insert($contact)) {
        fwrite(STDERR, "Roundcube took no contact\n");
        exit(1);
    }
}
