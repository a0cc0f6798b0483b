"""The second window: what the room sees while a question is discussed."""
