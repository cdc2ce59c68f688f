"""What people see: one dataclass a page, then HTML, tables and the terminal."""
