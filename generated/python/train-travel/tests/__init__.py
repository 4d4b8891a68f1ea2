"""What this SDK sends and reads, held against its documentation; needs no network."""
