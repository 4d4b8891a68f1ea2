"""Why an output is not what its pages make of it, for people, programs and GitHub."""
