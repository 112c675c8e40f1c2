-- On a server exhibits lie in pieces from now on. Here they are files, of any length.
PRAGMA user_version = 6;
