"""Kernels from a terminal: which there are, what one answers, and running code. One module a command."""
