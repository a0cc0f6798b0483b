"""The pages of the window; each one is built when it is first shown."""
