"""What one talks to a kernel with, wherever that runs: `kernelwire.launch` and `connect` give it."""
