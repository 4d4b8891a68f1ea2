"""What the API answers with: one module a resource; import the classes from the package."""
