"""The rules of plain, honest health writing that a program can check."""
