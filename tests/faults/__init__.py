"""The promises of SECURITY.md, each as tests that fail when it is broken."""
