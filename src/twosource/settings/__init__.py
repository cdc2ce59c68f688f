"""Every threshold of the program: its unit, why it has that value, and which benchmark set it. One file a skill.

A constant is named for what it decides. The comment above or beside it gives the reason and, where one was measured, the
sweep that set it.
"""
